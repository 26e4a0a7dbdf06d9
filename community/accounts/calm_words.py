"""Words for names that say nothing about anyone: a calm quality and a thing out of doors."""

QUALITIES = (
    "amber autumn birch blue bright brisk calm cedar clear clever cloudy cool copper coral cosy "
    "crisp dawn dewy distant dusky early easy even evening faint fern fine first floating gentle "
    "golden green grey hazel hidden honey hushed inky ivory jade kind leafy light lilac little "
    "loose lucky lunar maple marble meadow mellow mild mint misty moonlit morning mossy near "
    "night northern olive open pale paper patient pebble pine plain plum quiet rainy restful "
    "rosy rowan round rustic sandy seaside shady silver simple slow small smooth snowy soft "
    "southern spring starry steady still summer sunny tender thistle tidal tranquil velvet warm "
    "western whispering wide wild willow windy winter wooden woven"
).split()

THINGS = (
    "acorn alder anchor apple arch aspen badger bay beacon beech bell berry blossom boat breeze "
    "bridge brook cabin candle canoe canyon clover cloud comet cottage cove crane creek daisy "
    "dune echo elm falcon feather fern field finch fjord forest fountain fox garden gate glade "
    "grove gull harbour hare hawthorn heath hedge heron hill horizon inlet island ivy jay kettle "
    "kite lagoon lake lantern larch lark leaf linden linnet lynx magpie marsh meadow moon moor "
    "moth nest oak orchard otter owl path pebble pier pine plover pond poppy prairie quail "
    "quarry raft rain reed ridge river robin rook sail sandpiper shell shore sky snail sparrow "
    "spruce star stone stream swallow swan swift thicket thrush tide trail tulip valley violet "
    "wagtail walnut warbler wave willow window wren yew"
).split()
