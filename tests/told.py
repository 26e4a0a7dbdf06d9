"""What a step of the run has told: how many of its tests passed, and why the others did not."""

import re
import xml.etree.ElementTree as ElementTree


def count(step, code):
    """Reads pytest's own report; a step that ended badly without a failing test is one failure."""
    if step.report.exists():
        suite = ElementTree.parse(step.report).getroot().find("testsuite")
        said = {key: int(suite.get(key)) for key in ("tests", "failures", "errors", "skipped")}
        step.failed = said["failures"] + said["errors"]
        step.passed = said["tests"] - step.failed - said["skipped"]
        step.skipped = re.findall(r"^SKIPPED .*$", step.log.read_text(), re.MULTILINE)
    if code and not step.failed:
        step.failed = 1
    elif not code and not step.report.exists():
        step.passed = 1


def what_failed(step):
    """A line for each test that failed: a log that was cut off still ends with its reason."""
    if not step.report.exists():
        return [f"FAILED [{step.name}] it ended before it could say why"] if step.failed else []
    cases = ElementTree.parse(step.report).getroot().iter("testcase")
    return [
        f"FAILED [{step.name}] {case.get('classname')}.{case.get('name')}: {why.get('message')}"[
            :400
        ]
        for case in cases
        for why in (*case.findall("failure"), *case.findall("error"))
    ]
