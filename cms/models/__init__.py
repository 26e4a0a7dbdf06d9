from cms.models.answer import AnswerPage, ReaderQuestion
from cms.models.article import ArticlePage
from cms.models.check import PageCheck, ReviewInvite, SmallMend
from cms.models.directory import DirectoryPage, Service
from cms.models.home import LibraryHome
from cms.models.kept import Edition, Helpful, Reminder
from cms.models.kinds import (
    CoursePage,
    EasyReadPage,
    GlossaryPage,
    LetterPage,
    OptionsPage,
    SessionPlanPage,
    StepDone,
    StepPage,
    YouSaidPage,
)
from cms.models.later import KeptForLater
from cms.models.limits import LibraryLimits
from cms.models.outside import OutsideAddress
from cms.models.reports import SearchedWord
from cms.models.situation import BarrierSum, Situation
from cms.models.story import StoryConsent, StoryPage
from cms.models.topic import TopicPage
from cms.workflow import SecondPersonTask

__all__ = [
    "AnswerPage",
    "ArticlePage",
    "BarrierSum",
    "CoursePage",
    "DirectoryPage",
    "EasyReadPage",
    "Edition",
    "GlossaryPage",
    "Helpful",
    "KeptForLater",
    "LetterPage",
    "LibraryHome",
    "LibraryLimits",
    "OptionsPage",
    "OutsideAddress",
    "PageCheck",
    "ReaderQuestion",
    "Reminder",
    "ReviewInvite",
    "SearchedWord",
    "SecondPersonTask",
    "Service",
    "SessionPlanPage",
    "Situation",
    "SmallMend",
    "StepDone",
    "StepPage",
    "StoryConsent",
    "StoryPage",
    "TopicPage",
    "YouSaidPage",
]
