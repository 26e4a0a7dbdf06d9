"""How hard a text is, by the published formula."""

import pytest

from community.language.jargon import Hard, hard_words
from community.language.readability import flesch_kincaid, read, smog
from community.language.syllables import syllables

SPOKEN = """
    area 3 idea 3 being 2 science 2 create 2 created 3 quiet 2 diet 2 lion 2 violent 3 society 4
    anxiety 4 psychiatrist 4 depression 3 experience 4 situation 4 medicine 3 evening 2 every 2
    different 3 family 3 chocolate 3 several 3 something 2 sometimes 2 someone 2 everyone 3
    everything 3 lonely 2 careful 2 useful 2 homework 2 moment 2 movement 2 sentence 2 people 2
    little 2 handle 2 simple 2 apple 2 trouble 2 ended 2 needed 2 helped 1 asked 1 called 1
    tired 1 hours 1 poem 2 real 1 really 2 usual 3 usually 4 actually 4 hospital 3 therapy 3
    suicide 3 safety 2 safely 2 lovely 2 rhythm 2 prism 2 autism 3 alcoholism 5 business 2
    breathe 1 breathing 2 judgement 2 goes 1 does 1 shoes 1 eyes 1 ages 2 changes 2 pages 2
    places 2 noises 2 watches 2 wishes 2 boxes 2 buses 2 likes 1 takes 1 hopes 1 radio 3 video 3
    material 4 period 3 serious 3 previous 3 various 3 obvious 3 patient 2 ancient 2 special 2
    social 2 nation 2 question 2 million 2 opinion 3 onion 2 union 2 region 2 reptilian 4
    Australian 4 media 3 mania 3 schizophrenia 5 insomnia 4 dementia 3 memories 3 stories 2
    studies 2 bodies 2 worried 2 carried 2 married 2 friend 1 friendly 2 view 1 review 2 science
    2 client 2 clients 2 trial 2 dial 2 reliable 4 variety 4 piano 3 naive 2 going 2 doing 2
    seeing 2 playing 2 saying 2 trying 2 crying 2 flying 2 studying 3 worrying 3 fluid 2 ruin 2
    suicidal 4 cooperate 4 react 2 reality 4 museum 3 poetry 3 knowledge 2 whole 1 sole 1 while
    1 smile 1 whales 1 rules 1 tables 2 bottles 2 angles 2 miles 1 feeling 2 seven 2 eleven 3
    open 2 often 2 even 2 given 2 written 2 hidden 2 isn't 2 didn't 2 couldn't 2 doesn't 2 don't
    1 cat 1 make 1 table 2 walked 1 wanted 2 houses 2 free 1 the 1 I 1 medication 4 it's 1
    they’re 1
""".split()


def test_syllables_are_counted_as_spoken():
    spoken = dict(zip(SPOKEN[::2], map(int, SPOKEN[1::2]), strict=True))

    assert {word: syllables(word) for word in spoken} == spoken


PUBLISHED = [
    # words, sentences, syllables and grade of "The Australian platypus is seemingly a hybrid of a
    # mammal and reptilian creature" and "The cat sat on the mat", as Wikipedia gives them
    (13, 1, 24, 11.3),
    (6, 1, 6, -1.4),
]


@pytest.mark.parametrize(("words", "sentences", "syllable_count", "grade"), PUBLISHED)
def test_flesch_and_kincaid_agree_with_published_examples(words, sentences, syllable_count, grade):
    assert flesch_kincaid(words, sentences, syllable_count) == pytest.approx(grade, abs=0.06)


# McLaughlin's own table for thirty sentences: the middle of each row, and its grade.
TABLE = [(9, 6), (16, 7), (25, 8), (36, 9), (49, 10), (64, 11), (81, 12), (100, 13), (121, 14)]


@pytest.mark.parametrize(("long_words", "grade"), TABLE)
def test_smog_agrees_with_the_published_table(long_words, grade):
    assert smog(long_words, 30) == pytest.approx(grade, abs=0.65)


def test_smog_counts_words_of_three_syllables():
    assert read("The medication helped. We are here all day.").smog == 7.2  # 1.043·√15 + 3.1291


def test_names_do_not_make_a_text_hard():
    short = read("We met Jo in Rome in May and we talked.")
    long = read("We met Alexandria in Philadelphia in May and we talked.")

    assert long == short


def test_wording_that_nobody_may_change_is_left_out():
    item = "Moving or speaking so slowly that other people could have noticed?"

    assert read(f"You can call us. {item}", leave_out=[item]) == read("You can call us.")


def test_the_grade_follows_the_formula():
    reading = read("The cat sat on the mat. The dog ran to the cat.")

    # 12 words, 2 sentences, 12 syllables: .39·6 + 11.8·1 − 15.59 = −1.45, never below 0.
    assert (reading.grade, reading.words, reading.sentences) == (0.0, 12, 2)


def test_hard_words_and_long_sentences_raise_the_grade():
    easy = read("You can call us. We are here all day.")
    hard = read(
        "Psychopharmacological interventions necessitate multidisciplinary collaboration "
        "throughout the rehabilitation of individuals experiencing persistent difficulties."
    )

    assert easy.grade < 3 < 18 < hard.grade


def test_long_sentences_are_named():
    long = "We " + "walk and " * 13 + "rest."

    assert read(f"Short one. {long} Short again.").long_sentences == (long.removesuffix("."),)


def test_a_text_without_words_asks_nothing():
    assert (read("…").grade, read("").words) == (0.0, 0)


def test_minutes_are_never_none():
    assert (read("Hello.").minutes, read("word " * 1000).minutes) == (1, 5)


def test_hard_words_have_plain_ones():
    assert hard_words("We utilised it prior  to the visit.") == (
        Hard(3, 11, "utilise", ("use",)),
        Hard(15, 24, "prior to", ("before",)),
    )
    assert hard_words("We used it before the visit.") == ()
