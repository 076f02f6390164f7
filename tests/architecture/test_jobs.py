"""Jobs and queues: every name leads to a function, and somebody listens to every queue."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from checkin.jobs import BELL_JOBS, Job, Queue
from checkin.programs import workers
from workers import reconciler
from workers.__main__ import main


@pytest.mark.parametrize("job", Job)
def test_every_job_is_a_function_in_the_workers_that_takes_ids_only(job: Job) -> None:
    module, _, name = job.value.rpartition(".")
    assert module.partition(".")[0] == "workers"
    function = getattr(import_module(module), name)
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    assert {parameter.annotation for parameter in parameters} <= {int}


def test_every_job_is_rung_by_its_bell_or_by_the_outbox() -> None:
    assert {*BELL_JOBS.values(), Job.OFFER_CASE} == set(Job)
    assert {*BELL_JOBS, Queue.CALLBACKS} == set(Queue)


def test_the_reconciler_can_do_the_work_of_every_bell() -> None:
    assert set(reconciler.INLINE) == set(BELL_JOBS)
    for queue, work in reconciler.INLINE.items():
        assert f"{work.__module__}.{work.__name__}" == BELL_JOBS[queue].value


def test_a_worker_is_started_for_every_queue_and_for_the_clock() -> None:
    started = [(program.module, *program.command) for program in workers()]
    assert started == [("workers", name) for name in (*Queue, "reconciler")]


@pytest.mark.parametrize("arguments", [["nonsense"], ["texts", "calls"]])
def test_a_worker_for_another_queue_or_for_two_is_told_which_there_are(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    words = capsys.readouterr().err
    assert all(queue.value in words for queue in Queue)
