"""Our own sentences for the fit: sad, anxious, angry and helping talk without suicidal thoughts.

The public training file has little support chat. Without these, a model would learn that
loneliness or a bad day is danger. Written by us about nobody; mixed in a fixed order.
"""

from __future__ import annotations

import random

FEELINGS = """
I feel so low today and I can't say why.
My anxiety has been through the roof since Monday.
I have been crying on and off all week.
I feel really alone even when people are around me.
I'm so angry at my family that I could scream.
I feel like a failure compared to everyone else my age.
I hate how I look and I hate feeling like this.
I'm exhausted and nothing I do seems to be enough.
I had another panic attack in the supermarket and felt so stupid.
I'm depressed again and getting out of bed took two hours.
I can't sleep and my thoughts race until four in the morning.
I feel empty and bored and nothing sounds fun.
I'm scared that the doctor will not believe me.
My heart pounds and my hands shake before every shift.
I feel guilty for needing help all the time.
I'm overwhelmed with work and the bills keep coming.
I keep thinking about what she said and it hurts so much.
I feel ashamed that I cried in front of my boss.
I have no energy and the house is a mess.
I feel hopeless about ever finding a job.
I'm worried sick about my mother's operation.
I feel worthless when he talks to me like that.
I lost my temper with the kids and I feel terrible.
I'm tired of pretending that I am fine at school.
Everything makes me cry at the moment.
I just feel numb since the break up.
I hate my life at this company.
I am so stressed that my stomach hurts every day.
I relapsed on drinking last weekend and I am disappointed in myself.
I'm struggling with my eating again and I feel out of control.
I miss my dog so much, he died in spring.
Grandpa passed away and the funeral was awful.
I don't trust anyone any more after what happened.
Sometimes I just want to run away from all of it and live by the sea.
I feel like nobody listens when I talk.
It hurts that my friends never text first.
I don't know who I am without him.
I've been diagnosed with bipolar and I am still trying to understand it.
The flashbacks are back and I jump at every noise.
I can't do this job any more, my boss is a nightmare.
""".strip().splitlines()
SITUATIONS = """
My boyfriend broke up with me by text after three years.
I was fired on Friday without any warning.
My landlord wants us out by the end of the month.
We argue every single night about money.
My best friend stopped talking to me and I don't know why.
I failed the exam again and my parents are furious.
My mum drinks and I look after my little brother.
The new medication makes me sleepy and I gained weight.
My therapist is on leave until January.
I moved to a new city and know nobody here.
My husband says I am too sensitive.
I have a presentation tomorrow in front of forty people.
School starts again and the bullying will start too.
My sister is in hospital and visiting makes me anxious.
We had to put the cat to sleep last week.
I have been off work for six weeks with burnout.
My ex wants the children every weekend.
I was diagnosed with diabetes in March.
My roommate plays loud music all night long.
My son doesn't speak to me since the divorce.
The virus took my job and most of my savings.
I have been on the waiting list for eight months.
Christmas without my dad is going to be hard.
My manager shouts at me in front of the others.
I found out that she cheated on me with my friend.
My student loan is due and I have forty dollars.
They cut my hours and I can't pay the rent.
The court date is next week and I can't eat.
My partner has depression and I don't know how to help.
I got ghosted by someone I really liked.
""".strip().splitlines()
ASKS = """
Does anyone else feel like this?
How do you cope with it?
Any advice would be great.
I just needed to vent, thank you for reading.
What would you do in my place?
Is this normal?
Has anyone tried breathing exercises?
How can I tell my family?
Should I change my therapist?
How do I stop caring what people think?
I don't know what to do.
Sorry for the long post.
I hope tomorrow is better.
Talking to you helps a little.
I guess I will take a walk and try again tomorrow.
""".strip().splitlines()
HELP = """
I'm so sorry that you are going through this.
That sounds really hard, and it makes sense that you feel this way.
You are not alone in this.
Thank you for trusting us with that.
I have been there too and it did get easier for me.
Have you talked to a doctor or a counsellor about it?
What usually helps you on days like this?
Maybe write down three small things you can do tonight.
I went through a divorce as well, be gentle with yourself.
You did the best you could with what you knew.
It is okay to cry, let it out.
Is there a friend you could call this evening?
I understand how frustrating that must be.
When I feel anxious I count the things I can see.
Losing someone you love takes time, there is no right way to grieve.
You are stronger than you think and we are here.
How long have you been feeling like this?
I am glad that you reached out today.
I used to be depressed every winter, a lamp helped me.
Please be kind to yourself and drink some water.
Have you thought about joining a support group?
Don't give up, looking for a job takes time.
I know it feels endless right now but it will pass.
That person does not deserve you.
I would feel hurt too if my friend did that.
Thanks, I will try that tonight.
Talk to your boss about the hours, it may help.
It may help to see your doctor about the sleep.
You matter to us and to your kids.
My brother had the same illness and he is doing well now.
""".strip().splitlines()


def texts(count: int = 900) -> list[str]:
    """`count` short mixtures, the same every time."""
    choose = random.Random(11)  # noqa: S311 - a fixed mixture, nothing secret
    made: list[str] = []
    for number in range(count):
        if number % 3 == 0:
            parts = choose.sample(HELP, choose.randint(1, 4))
        else:
            parts = [
                *choose.sample(SITUATIONS, choose.randint(0, 2)),
                *choose.sample(FEELINGS, choose.randint(1, 3)),
                *choose.sample(ASKS, choose.randint(0, 2)),
            ]
            if choose.random() < 0.5:
                choose.shuffle(parts)
        made.append(" ".join(parts))
    return made
