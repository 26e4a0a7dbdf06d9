"""Our own sentences about people who do not exist, with the least and most level each may get.

Every class of SAFETY 2.2 is here. `at_least` guards recall, `at_most` guards against alarm.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    kind: str
    text: str
    at_least: str = "none"
    at_most: str = "crisis"


def _cases(kind, texts, *, at_least="none", at_most="crisis"):
    return [
        Case(kind, line.strip(), at_least, at_most)
        for line in texts.strip().splitlines()
        if line.strip()
    ]


ACT = _cases(
    "completed act",
    """
    I took a whole bottle of paracetamol an hour ago
    I've swallowed all my pills and I'm getting sleepy
    just downed thirty tablets with vodka
    I overdosed about an hour ago and now I'm scared
    I took 40 ibuprofen tonight, I don't know what to do
    I cut my wrists and it won't stop
    I tried to hang myself last night but the rope broke
    my last attempt failed yesterday
    I attempted suicide this morning and nobody knows
    I have taken the pills. Tell Mara I am sorry.
    took 9000 mg of tylenol before dinner
    I injected all of my insulin just now
    I drank a bottle of drain cleaner an hour ago
    I took 32 sleeping pills of 50 mg today
    """,
    at_least="red",
)
PLAN = _cases(
    "plan",
    """
    I am going to kill myself tonight
    I've decided to end my life on Sunday
    I wrote my goodbye letters and cleaned the flat
    the rope is around my neck
    I have the pills in front of me
    I've been saving up pills since summer
    I know when and how I'll do it
    I have planned my suicide for after the holidays
    loaded the gun and now I'm sitting here with it in my lap
    Goodbye everyone, thank you for being kind to me
    this is my final message
    I won't be here tomorrow
    I'm killing myself once the kids are at school
    I gave away my things and put my affairs in order
    I'm going to jump off the bridge tonight
    about to end it all
    tonight I will take my own life
    walking to the bridge, I'm going to jump
    I've set a date for it
    this is me signing off
    I don't think I'll be here in the morning
    """,
    at_least="red",
)
THOUGHT = _cases(
    "active thoughts",
    """
    I want to kill myself
    I keep thinking about suicide
    I feel suicidal again
    the suicidal thoughts won't stop
    should I just end it?
    I want to end my life
    I think about killing myself every day
    thinking of ending things soon
    I wish I had the courage to kill myself
    I can't stop thinking about killing myself
    I don't know if I want to kill myself or just scream
    Part of me wants to end it all
    I might commit suicide
    why don't I just kill myself
    suicide is always on my mind
    I'm suicidal and I have nobody to tell
    I see no way out other than suicide
    I want to off myself
    all I think about is ending it
    it would be easier to end it
    I'm suicidal since I lost my job
    I want to put an end to it all
    lost everything and I'm so suicidal because nobody calls, not even a hotline
    """,
    at_least="red",
)
COMMITTING = _cases(
    "committing, without the word",
    """
    I have been thinking about committing
    I'm on the fence about committing, honestly
    so close to committing tonight
    scared that I will commit
    """,
    at_least="amber",
)
WISH = _cases(
    "wish to be dead",
    """
    I want to die
    I wish I was dead
    I don't want to be alive anymore
    I wish I had never been born
    I don't want to exist
    everyone would be better off without me
    nobody would notice if I died
    I'd rather be dead than go back there
    please someone kill me
    I hope I get hit by a bus
    genuinely can't wait to die
    I'm tired of living
    I have no reason to live
    there is nothing to live for
    I don't deserve to live
    """,
    at_least="amber",
)
EUPHEMISM = _cases(
    "euphemism",
    """
    I hope I don't wake up tomorrow
    I just want to not wake up
    I want to sleep forever
    I want to go to sleep and never wake up
    I'm so tired of being a burden
    I just want it all to be over
    I want to disappear forever
    maybe it's time for me to go
    finally I'll be at peace
    I don't see myself living past thirty
    I won't make it to my birthday
    I want to join my sister in heaven
    I'm only staying for my dog
    I am done fighting, I can't go on
    I can't do this anymore, I'm at the end
    what's the point of living
    death sounds peaceful to me
    I don't belong in this world
    I should never have been born
    if it wasn't for my cat I'd be gone
    the world will be better without me
    I'm ready to leave this world
    the only way out of this is to die
    I keep thinking of cutting my life short
    not sure how much longer I can last
    """,
    at_least="amber",
)
METHOD = _cases(
    "method only",
    """
    is slitting your wrists painful
    how many tylenol does it take to die
    is nine stories enough
    what is the most painless way to die
    I keep wanting to jump off the bridge
    I could just drive into a wall on the way home
    where can I get nembutal
    I have forty or so sleeping pills in the drawer
    I imagine a bullet through my head
    thinking of hanging myself
    does drowning hurt?
    I keep having thoughts of jumping
    tempted to overdose
    standing on the edge of the roof
    """,
    at_least="amber",
)
DISGUISED = _cases(
    "leetspeak, unalive and misspelling",
    """
    I want to unalive myself
    I'm gonna un4live tonight
    I want to k1ll mys3lf
    thinking about su1c1de again
    I feel su*cidal
    I want to k.i.l.l myself
    I want to d!e
    kms kms kms I mean it
    I wanna diiiie
    been feeling sucidal for weeks
    i want to kill my self
    i wanna killmyself
    I want to kіll mуself
    s u i c i d e is all I think of
    ｋｉｌｌ ｍｙｓｅｌｆ is what I want
    I'm going to catch the bus tonight
    sewerslide is the only answer
    I want to k!ll my$elf
    thinking about self deletion
    """,
    at_least="red",
)
SELF_HARM = _cases(
    "self-harm",
    """
    I want to hurt myself
    I relapsed on cutting again
    the urge to cut is so strong tonight
    I have been harming myself since spring
    I cut my arms when he shouts
    """,
    at_least="amber",
)
NEGATION = _cases(
    "negation",
    """
    I am not suicidal
    I'm not going to kill myself, I just need to vent
    I don't want to die, I want help
    I would never kill myself
    I've never thought about suicide
    no plans to end my life, don't worry
    I'm depressed but not suicidal
    suicide is not an option for me
    I don't want to hurt myself
    I no longer feel suicidal
    """,
    at_most="amber",
)
NOT_A_DENIAL = _cases(
    "negative words that deny nothing",
    """
    I don't know why I don't just kill myself
    I can't stop wanting to die
    No, I want to kill myself
    I don't care if I die
    not gonna lie I want to kill myself
    I can't even kill myself right
    I don't have the guts to kill myself
    no one knows I want to die
    """,
    at_least="amber",
)
PAST = _cases(
    "past and recovery",
    """
    I used to be suicidal, years ago, and I am glad I stayed
    Ten years ago I tried to kill myself and today I love my life
    I was suicidal as a teenager, it got better
    I am three years clean from self-harm
    back then I wanted to die, I'm so grateful I survived
    in 2015 I attempted suicide, I'm in recovery now and doing well
    When I was 17 I wanted to end my life, I'm happy to be here
    I haven't thought about suicide in years
    """,
    at_most="amber",
)
THIRD = _cases(
    "third person",
    """
    my friend said she wants to kill herself, what should I do?
    my brother was suicidal last winter
    he talked about killing himself
    a girl in my class tried to end her life
    my son told the nurse that he wants to die
    people who are suicidal deserve care
    she wishes she was dead and I don't know how to help
    """,
    at_most="amber",
)
BEREAVED = _cases(
    "bereavement",
    """
    I lost my brother to suicide in March
    my dad killed himself when I was nine
    it is the anniversary of her suicide and I miss her
    since he took his own life the house is quiet
    my best friend died by suicide and I can't stop crying
    mourning my cousin, an overdose took him
    how do I tell the kids about grandpa's suicide?
    a group for survivors of suicide loss
    """,
    at_most="amber",
)
FICTION = _cases(
    "song, film, book, game",
    """
    that song about wanting to die is stuck in my head
    the character kills himself in episode four
    we watched a film about suicide at school
    I love the lyrics "I want to die with you on the radio"
    in the game I always die at the boss fight
    reading Romeo and Juliet, they both die at the end
    the book ends with her taking her own life
    a documentary about suicide made me think of my work
    suicide squad was better than I expected
    """,
    at_most="amber",
)
QUOTED = _cases(
    "quotation",
    """
    My mother used to say "I want to die" whenever dinner burned, every week
    The poster reads "I wanted to kill myself, then I called" and it moved me
    He wrote "I want to end my life" in an old diary we found in the attic
    """,
    at_most="amber",
)
DOSE = _cases(
    "medication dose",
    """
    I took 50 mg of sertraline this morning
    my doctor raised my lithium to 900 mg
    I took two paracetamol for my headache
    took my usual dose of quetiapine and went to bed
    I've taken sertraline for three years
    I take 20 mg of fluoxetine every day
    forgot to take my meds yesterday, took them with breakfast
    I took ibuprofen for my back an hour ago
    is it normal to feel sleepy after 10 mg of diazepam as prescribed?
    """,
    at_most="low",
)
IDIOM = _cases(
    "idiom",
    """
    this homework is killing me
    I'm dying of laughter lol
    I would kill for a coffee right now
    my feet are killing me after that shift
    I'm dead, that video was so funny
    I nearly died of embarrassment
    dying to see the new season
    she looked drop dead gorgeous
    my boss will kill me if I'm late again
    this traffic makes me want to die lol
    if they play that song again I'll kill myself haha
    my phone died on the train
    that would be career suicide
    I could murder a pizza
    shoot me a message when you are home
    I shot myself in the foot with that email
    he bored me to death
    cutting my hours at work
    the suspense is killing me
    I'm dying for a holiday
    over my dead body will I eat liver
    we killed it on stage yesterday
    I hung the pictures myself
    I'll be dead tired tomorrow
    that joke slayed me, I am deceased
    to die for chocolate cake
    jumping off the bus at the next stop
    the deadline is killing us
    my plants keep dying
    I end up doing it myself
    """,
    at_most="low",
)
SUPPORT = _cases(
    "ordinary support chat",
    """
    I feel so lonely tonight
    I had a panic attack at work and cried in the toilet
    My anxiety is through the roof
    I lost my job and feel like a failure
    I'm depressed and can't get out of bed
    my therapist is on holiday and I miss her
    my boyfriend left me and I can't stop crying
    I hate my life at this company
    so angry at my mum that I could scream
    the voices were loud today but I slept a bit
    I've been off alcohol for nine days
    Thank you all for listening, it helps
    have you talked to your doctor about the side effects?
    I was diagnosed with bipolar in May
    the waiting list is eight months long
    I feel numb and tired all the time
    my dog died and the house is so quiet
    nobody texted me on my birthday
    I'm scared of the operation on Friday
    I binged again and feel disgusting
    he never listens to me and it hurts
    I don't know what to do about my rent
    being alone at Christmas is hard
    my hands shake before every shift
    good morning, how did everyone sleep?
    """,
    at_most="low",
)
HELPER = _cases(
    "helper talk",
    """
    are you having thoughts of killing yourself?
    if you feel suicidal please call 988
    please don't hurt yourself, we care about you
    I volunteer at a suicide prevention line
    have you thought about suicide before?
    anyone who feels suicidal can talk to the moderator
    """,
    at_most="amber",
)
FOREIGN = _cases(
    "another language",
    """
    ya no quiero vivir, quiero morir hoy
    je ne veux plus vivre, je suis fatigué de tout
    ich will nicht mehr leben, ich kann nicht mehr
    eu não quero mais viver, estou cansado de tudo
    non voglio più vivere, sono stanca di tutto
    я больше не хочу жить, мне очень плохо
    لم أعد أريد أن أعيش بعد الآن
    もう生きていたくない、死にたいです
    나는 더 이상 살고 싶지 않아요
    nie chcę już żyć, mam tego dość
    yaşamak istemiyorum artık, çok yoruldum
    मैं अब जीना नहीं चाहता हूँ
    """,
)
ATTACK = _cases(
    "attack on a member",
    """
    kill yourself
    go kill yourself, nobody likes you
    kys loser
    @maple just kys already
    you should die
    drop dead, you freak
    I will find you and hurt you
    I know where you live
    do everyone a favour and kill yourself
    nobody would miss you, end yourself
    you are a worthless retard
    k y s
    hope you die in a fire
    """,
    at_least="red",
)
NOT_ATTACK = _cases(
    "swearing about oneself or life",
    """
    I'm such a fucking idiot
    fuck my life, everything is shit
    I hate myself, I'm a stupid bitch
    this fucking illness ruined my year
    damn, that hurts like hell
    I am pathetic and disgusting
    what a shit day
    I could kill you a cup of tea, you are the best
    please don't kill yourself, I want you to stay
    """,
)
ALL = [
    *ACT, *PLAN, *THOUGHT, *COMMITTING, *WISH, *EUPHEMISM, *METHOD, *DISGUISED, *SELF_HARM,
    *NEGATION, *NOT_A_DENIAL, *PAST, *THIRD, *BEREAVED, *FICTION, *QUOTED, *DOSE, *IDIOM,
    *SUPPORT, *HELPER, *FOREIGN, *ATTACK, *NOT_ATTACK,
]  # fmt: skip
