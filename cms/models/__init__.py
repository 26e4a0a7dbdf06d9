from cms.models.article import ArticlePage
from cms.models.home import LibraryHome
from cms.models.topic import TopicPage
from cms.workflow import SecondPersonTask

__all__ = ["ArticlePage", "LibraryHome", "SecondPersonTask", "TopicPage"]
