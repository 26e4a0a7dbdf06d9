"""What the desk calls the words of mentoring that a program may call somebody to."""

REQUEST = "mentor_request"
APPLICATION = "mentor_application"
AGREEMENT = "pair_agreement"
CARD = "pair_card"
LETTER = "pair_letter"
PULSE = "pair_pulse"
