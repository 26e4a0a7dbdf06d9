from cms.models.article import ArticlePage
from cms.models.check import PageCheck, ReviewInvite, SmallMend
from cms.models.home import LibraryHome
from cms.models.topic import TopicPage
from cms.workflow import SecondPersonTask

__all__ = [
    "ArticlePage",
    "LibraryHome",
    "PageCheck",
    "ReviewInvite",
    "SecondPersonTask",
    "SmallMend",
    "TopicPage",
]
