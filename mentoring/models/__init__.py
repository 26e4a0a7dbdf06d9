from mentoring.models.mentor import Mentor
from mentoring.models.pair import Pair
from mentoring.models.request import Offer, Request

__all__ = ["Mentor", "Offer", "Pair", "Request"]
