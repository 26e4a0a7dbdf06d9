"""`make access`: every kind of page of the demo that a link leads to, as each person sees it, on a
small phone in both colours, looked over by the accessibility checker. `WHO="Ana Emil"`: these alone.

Pages of one kind differ by what stands in them, so a few of each are opened. On the editor's own
pages Wagtail's frame is known for what it is (`axe.WAGTAILS`); what stands in it is ours.
"""

import os
import sys
from collections import Counter
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error

from tests.looks.demo import EVENING, LOCAL, demo

PEOPLE = "Ana Ben Cleo Dora Emil Noor Karim Fay Gil Hana Ines Lotte Ola".split()
OF_A_KIND = 2
# `/cms/bulk/` is asked with the rows that were ticked, never by its link alone.
ELSEWHERE = ("/cms/bulk/", "/static/", "/media/", "/healthz", "/readyz", "/accounts/my-data/file")
LINKS = "links => links.map((link) => link.getAttribute('href'))"


def walk(context, url, who, seen):
    """Opens what links lead to, from the first page on, and yields (address, what is wrong)."""
    from tests.browser.axe import findings_in_every_light

    page = context.new_page()
    waiting = ["/", "/me/"] if who else ["/"]
    met = dict.fromkeys(waiting, "by hand")  # address -> the page that leads there
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(urlsplit(path).path)
        if kind is None or seen[kind] >= OF_A_KIND:
            continue
        answer = opened(page, url + path)
        if answer is None or "html" not in answer.headers.get("content-type", ""):
            continue
        seen[kind] += 1
        page.emulate_media(color_scheme="light")
        wrong = findings_in_every_light(page)
        if answer.status != 200:
            wrong.append(f"answered {answer.status}, linked from {met[urlsplit(path).path]}")
        yield path, wrong
        for href in page.locator("a[href]").evaluate_all(LINKS):
            target = urlsplit(urljoin(page.url, href or ""))
            if f"{target.scheme}://{target.netloc}" == url and target.path not in met:
                met[target.path] = path
                waiting.append(target._replace(scheme="", netloc="", fragment="").geturl())
    page.close()


def opened(page, address):
    """The answer to opening it; nothing for a file to keep."""
    try:
        return page.goto(address)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return None


def kind_of(path):
    """The route of an address; nothing for what is not looked at."""
    from django.urls import Resolver404, resolve

    if path.startswith(ELSEWHERE):
        return None
    try:
        return resolve(path).route
    except Resolver404:
        return path


def main():
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", LOCAL)
    django.setup()
    pages, faults = 0, 0
    kinds = set()
    with demo(hour=EVENING) as house:
        for who in os.environ.get("WHO", "").split() or ("", *PEOPLE):
            seen = Counter()
            small = {"viewport": {"width": 360, "height": 640}}
            context = house.signed_in(who, **small) if who else house.window(**small)
            for path, wrong in walk(context, house.url, who, seen):
                pages += 1
                faults += len(wrong)
                for line in wrong:
                    print(f"{who or 'a stranger':<12}{path:<44}{line}", flush=True)
            kinds |= set(seen)
            print(f"{who or 'a stranger':<12}{sum(seen.values())} pages", flush=True)
            context.close()
    print(f"{pages} looks at {len(kinds)} kinds of pages, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
