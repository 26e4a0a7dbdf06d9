"""Several people at once, in real threads."""

import threading

from django.db import connection


def together(*tasks):
    """Runs each task in a thread of its own, all starting at once; answers what they returned, or
    the error that they raised."""
    barrier, answers = threading.Barrier(len(tasks)), [None] * len(tasks)

    def run(number, task):
        try:
            barrier.wait(10)
            answers[number] = task()
        except Exception as error:
            answers[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers
