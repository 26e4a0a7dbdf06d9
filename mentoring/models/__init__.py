from mentoring.models.agreement import LINE_LIMIT, PairAgreement
from mentoring.models.fitting import Fitting
from mentoring.models.mentor import Mentor
from mentoring.models.pair import Pair
from mentoring.models.request import Offer, Request
from mentoring.models.supervision import Supervision
from mentoring.models.training import Training
from mentoring.models.walk import MEETINGS, Meeting, Pulse, SupervisionNote
from mentoring.models.wish import Wish

__all__ = [
    "LINE_LIMIT",
    "MEETINGS",
    "Fitting",
    "Meeting",
    "Mentor",
    "Offer",
    "Pair",
    "PairAgreement",
    "Pulse",
    "Request",
    "Supervision",
    "SupervisionNote",
    "Training",
    "Wish",
]
