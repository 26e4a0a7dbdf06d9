"""Words a search may be remembered by: those of the library's own subjects and what means the same. What
somebody looked for may be a name; a word that is not in here is never written down. Pure."""

import re

from cms import near

_WORD = re.compile(r"[^\W\d_]+")
_SUBJECTS = frozenset(
    """
    abuse addiction adhd ageing alcohol anger anorexia antidepressants antipsychotics anxiety autism
    benefits bereavement bipolar birth body breath breathing breathwork bulimia bullying burnout cancer
    cannabis care caring change childhood children chronic college compulsions concentration
    confidence coping counselling couples crying debt delusions dementia dependence depression
    diagnosis disability discharge discrimination dissociation divorce dizziness dreams drinking drugs
    eating employer energy epilepsy exams exercise family fear fears feelings flashbacks focus food
    forgetting friends gambling gender grief guilt habits hallucinations headache hearing heart
    help hoarding holiday home homeless hopeless hospital hospitals housing identity immigration
    infertility insomnia insurance intrusive irritable job jobs journal judged kids lgbt
    lithium loneliness loss lows mania marriage medication medicine meditation memory menopause
    migraine mindfulness miscarriage money mood moods moving music nature nausea neurodivergent
    nightmares numb nutrition obsessions ocd overthinking overwhelmed pain panic paranoia parent
    parenting parents partner peer perfectionism periods phobia phobias pills postnatal pregnancy
    prison procrastination psychologist psychosis psychotherapy ptsd racism recovery refugee rejection
    relapse relationship relationships relatives relax religion rent retirement rights routine sadness
    schizophrenia school sectioned seizures self-esteem self-harm separation sex sexuality shame
    shopping shyness sickness side-effects sleep smoking social solitude spirituality sport ssri
    stigma stress students study suicide support talking teenagers therapist therapy thoughts tics
    tired tiredness trauma travel treatment trust unemployment university voices volunteering waiting
    weather weight winter withdrawal work workplace worry yoga
    """.split()
)


def remembered(typed: str, *, glossary: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of a search that may be written down, each once. `glossary` are the site's own."""
    known = _SUBJECTS | near.known() | glossary
    return frozenset(_tokens(typed)) & known


def _tokens(typed: str) -> list[str]:
    lower = typed.lower()
    return [*_WORD.findall(lower), *(word.strip(".,;:!?") for word in lower.split())]
