"""Sentences in which something turns the words: denial, past, others, songs, idioms, help."""

from tests.screening.case import cases

NEGATION = cases(
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
NOT_A_DENIAL = cases(
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
PAST = cases(
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
THIRD = cases(
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
BEREAVED = cases(
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
FICTION = cases(
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
QUOTED = cases(
    "quotation",
    """
    My mother used to say "I want to die" whenever dinner burned, every week
    The poster reads "I wanted to kill myself, then I called" and it moved me
    He wrote "I want to end my life" in an old diary we found in the attic
    """,
    at_most="amber",
)
DOSE = cases(
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
IDIOM = cases(
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
SUPPORT = cases(
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
HELPER = cases(
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
FOREIGN = cases(
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
ATTACK = cases(
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
    you should just hang
    take your own life already
    ill find you and hurt you
    you schizos are all the same
    I'll post your private photos
    """,
    at_least="red",
)
NOT_ATTACK = cases(
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
