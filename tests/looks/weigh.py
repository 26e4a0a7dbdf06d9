"""What a page weighs when somebody opens it for the first time."""

from dataclasses import dataclass

KILO = 1000


@dataclass(frozen=True)
class Budget:
    """At most so many bytes over the line, of them scripts, in so many requests."""

    bytes: int = 60 * KILO
    scripts: int = 60 * KILO
    requests: int = 10


PAGE, ROOM = Budget(), Budget(bytes=100 * KILO, scripts=35 * KILO)


@dataclass(frozen=True)
class Weight:
    """What came over the line, heads of answers included."""

    bytes: int
    scripts: int
    requests: int

    def over(self, budget):
        """What is more than the budget allows, in words; nothing where all is well."""
        return [
            f"{name}: {getattr(self, name)} > {getattr(budget, name)}"
            for name in ("bytes", "scripts", "requests")
            if getattr(self, name) > getattr(budget, name)
        ]


def weigh(context, address):
    """The first view of an address in this browser, with nothing kept from before."""
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    kinds, sizes = {}, {}
    line.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    line.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise ValueError(f"{address} is no page")
    page.wait_for_load_state("networkidle")
    # Pictures inside the style sheet are not asked of anybody.
    came = {one: size for one, size in sizes.items() if size}
    page.close()
    return Weight(
        bytes=sum(came.values()),
        scripts=sum(size for one, size in came.items() if kinds.get(one) == "Script"),
        requests=len(came),
    )
