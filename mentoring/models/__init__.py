from mentoring.models.agreement import LINE_LIMIT, PairAgreement
from mentoring.models.mentor import Mentor
from mentoring.models.pair import Pair
from mentoring.models.request import Offer, Request

__all__ = ["LINE_LIMIT", "Mentor", "Offer", "Pair", "PairAgreement", "Request"]
