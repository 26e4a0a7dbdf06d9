"""Danger said sideways, without a word about dying; hate and cruelty; and what only looks like them."""

from tests.screening.case import cases

UNSAFE = cases(
    "in danger from oneself",
    """
    I can't keep myself safe tonight
    I don't trust myself tonight with the pills in the house
    I'm not safe to be alone right now
    I'm scared of what I might do tonight
    I cut again and it won't stop bleeding
    just cut deep and there is so much blood
    ive got a rope and a plan
    i'm holding the rope right now
    I'm standing on the bridge and nobody would notice
    there's a train at 23:10 and I'll be in front of it
    i keep walking to the bridge and turning back
    my blade is back in my drawer and it's calling me
    Tonight is the night. I've made my peace.
    I've decided. no more pain after friday
    I swallowed bleach
    how many paracetamol would it take
    sewerslide sounds good rn
    my son says he wants to kill himself tonight and he's locked his door
    My friend from this group just messaged me that she has taken pills
    """,
    at_least="red",
)
DRAWN = cases(
    "drawn to an end",
    """
    I've been thinking about the bridge near my flat again
    my hand keeps going to the knife
    I'm on the roof
    I'm standing on the platform and the train comes in 4 min
    I feel like jumping
    sometimes I stand at the window on the 9th floor and think just one step
    it would be easier if I just wasn't around
    I don't see myself being here for christmas
    I wrote my mum a letter and left it on the kitchen table. I'm done.
    life insurance doesn't pay if it's suicide right
    I can't stop picturing my own funeral
    if i fall asleep tonight i hope that's it
    i've stopped eating and I'm waiting to fade out
    Tomorrow won't come for me
    I'm ready to meet my maker
    can't be arsed being alive anymore tbh
    I'd be doing everyone a favour
    I hope the cancer comes back
    I had a plan last week, I still have it
    I burnt myself with cigarettes again last night
    """,
    at_least="amber",
)
CALM = cases(
    "only looks like danger",
    """
    I want to end it with my boyfriend
    I made my peace with it, he was a good dog
    I can't trust myself around biscuits
    I'm holding my pills, is it with food or without?
    she texted that she had taken some paracetamol for her back
    hard to keep myself safe on these icy roads
    the doctor says I am not a danger to myself
    I'd be doing everyone a favour if I shut up lol
    my life insurance came up for renewal
    I hope the cancer never comes back
    I'm sitting on the bridge by the river, the water is so calm today
    I'm on the platform and nobody knows when the train comes
    I don't trust myself to drive yet
    I can't see myself working there next year
    She wrote the kids a letter about camp
    I made my peace with my diagnosis
    We walked over the bridge and looked at the water
    thinking about the roof, it needs repair
    how many tablets do I need to buy for a month?
    I have a plan for tonight: soup and a film
    I'm scared of what the doctor might say
    it would be easier if I didn't have to take the bus
    I cut my knee and it bled a lot, all fine now
    no more pain after the physio, so happy
    My sister took her tablets to the pharmacy
    I cut my finger cooking and it won't stop bleeding
    """,
    at_most="low",
)
HATE = cases(
    "cruelty and hate",
    """
    people like you should be put down
    why don't you take the rest of your pills then
    do everyone a favour and end it
    nobody wants you here, just leave and die
    you deserved to be raped
    go back to your country
    all muslims should die
    you people are vermin
    """,
    at_least="red",
)
KIND = cases(
    "kind words with the same words in them",
    """
    I will hunt you down a good therapist list
    trans people deserve respect
    all gays should hang out here, it's lovely
    why don't you take all of your medals along
    nobody needs you to be perfect
    nobody wants you to suffer alone
    you deserve to be heard, not hurt
    will you go back to your country for the holidays?
    all of you are animals lol love you
    don't take all of your pills at once, the doctor said
    you should hang in there, it gets better
    you should hang out with us on Friday
    you need to hang on until the appointment
    go diet with me, they said
    I hope your schizophrenia is easier to live with today
    I hope your psychosis is better now
    your psychologist sounds kind, get a second appointment
    your schizoaffective diagnosis is not the end
    you deserve to rotate shifts
    I hope you die laughing
    you are spicing up my day, get in
    I am going to beat you at chess
    take your life one day at a time
    take your life back from the illness
    end your lifestyle habits slowly
    nobody will miss you more than me
    your brain tells you to go die but it lies
    I'll post your recipe in the kitchen room
    you are so freaking kind
    """,
)
