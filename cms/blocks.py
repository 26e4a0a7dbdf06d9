"""What a page of the library is made of. Few kinds, none that can look wrong."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

FEATURES = ["bold", "italic", "ul", "ol", "link"]


class Picture(blocks.StructBlock):
    """A picture with words for who cannot see it."""

    image = ImageChooserBlock(label=_("Picture"))
    words = blocks.CharBlock(
        label=_("What it shows"),
        max_length=200,
        help_text=_("Read aloud to people who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("Line below"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"


class Steps(blocks.StructBlock):
    """A few steps, one after the other."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    steps = blocks.ListBlock(blocks.CharBlock(label=_("Step"), max_length=240), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"


class Quote(blocks.StructBlock):
    """Somebody's words, with their consent."""

    words = blocks.TextBlock(label=_("Words"), rows=3)
    who = blocks.CharBlock(label=_("Who says it"), max_length=80, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "cms/blocks/quote.html"


class Recording(blocks.StructBlock):
    """Something to hear or see at another place, and every word of it here."""

    title = blocks.CharBlock(label=_("What it is"), max_length=80)
    address = blocks.URLBlock(
        label=_("Where it is"), help_text=_("Nothing of it is fetched before somebody opens it.")
    )
    is_film = blocks.BooleanBlock(label=_("There is something to see"), required=False)
    has_captions = blocks.BooleanBlock(
        label=_("It has captions"), required=False, help_text=_("For people who cannot hear it.")
    )
    words = blocks.TextBlock(
        label=_("What is said in it"),
        rows=8,
        help_text=_("Word for word. People are not corrected in how they speak of themselves."),
    )

    class Meta:
        icon = "media"
        label = _("Recording")
        template = "cms/blocks/recording.html"


class Care(blocks.StructBlock):
    """A care card: what to do, in one of three levels. Lines and hours fill themselves."""

    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[
            ("calm", _("Something you can do yourself")),
            ("soon", _("Talk to somebody soon")),
            ("now", _("Get help now")),
        ],
    )
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "ul", "link"])

    class Meta:
        icon = "help"
        label = _("Care card")
        template = "cms/blocks/care.html"


class Body(blocks.StreamBlock):
    """The text of a page."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=80, icon="title", template="cms/blocks/heading.html"
    )
    text = blocks.RichTextBlock(label=_("Text"), features=FEATURES, icon="pilcrow")
    steps = Steps()
    quote = Quote()
    picture = Picture()
    recording = Recording()
    care = Care()


# Blocks whose `words` somebody said: they are not corrected in them, and what could harm stays out.
TOLD = ("quote", "recording")


class Source(blocks.StructBlock):
    """Where a claim comes from."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    address = blocks.URLBlock(label=_("Address"), required=False)
    seen = blocks.DateBlock(label=_("Last seen"))

    class Meta:
        icon = "link-external"
        label = _("Source")


class Part(blocks.StructBlock):
    """One part of a meeting."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=120)
    text = blocks.TextBlock(label=_("What happens, and words you could say"), rows=3)

    class Meta:
        icon = "time"
        label = _("Part")


class Term(blocks.StructBlock):
    """A hard word and a plain one."""

    word = blocks.CharBlock(label=_("Word"), max_length=60)
    meaning = blocks.CharBlock(label=_("In plain words"), max_length=300)
    explain = blocks.BooleanBlock(
        label=_("Explain it wherever it stands in a text"), required=False, default=False
    )

    class Meta:
        icon = "openquote"
        label = _("Word")


class Entry(blocks.StructBlock):
    """What people said, and what came of it."""

    said = blocks.CharBlock(label=_("You said"), max_length=240)
    did = blocks.CharBlock(label=_("We did"), max_length=300)
    when = blocks.DateBlock(label=_("When"), required=False)

    class Meta:
        icon = "tick"
        label = _("You said, we did")
