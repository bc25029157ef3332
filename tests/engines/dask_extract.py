"""Has Dask's distributed scheduler take pages apart with `duidu extract`, on workers over loopback.

Usage: dask_extract.py LIST OUT FORM COMMAND...   (LIST: paths, one a line)

One worker is killed when a third of the tasks is done, and another is added. Prints, as JSON, how many tasks ended,
how many workers there were, and which exit codes the command gave.
"""
import json
import os
import signal
import subprocess
import sys
import time

from distributed import Client, as_completed

PAGES_A_TASK = 50
HOST = '127.0.0.1'


def take_apart(paths, out, form, command):
    """One task: a batch of paths. Only what another run may do better is raised, so that it is tried again."""
    run = subprocess.run(
        [*command, 'extract', '--files-from', '-', '--out', out, '--form', form],
        input='\0'.join(paths).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr.decode()[-400:])
    return run.returncode


def start(module, *options):
    environment = {**os.environ, 'DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES': '10'}
    return subprocess.Popen(
        [sys.executable, '-m', module, *options], env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )


def main():
    listed, out, form, *command = sys.argv[1:]
    with open(listed, encoding='utf-8') as lines:
        paths = lines.read().split('\n')[:-1]
    batches = [paths[at:at + PAGES_A_TASK] for at in range(0, len(paths), PAGES_A_TASK)]
    address = f'tcp://{HOST}:18786'
    started = [start('distributed.cli.dask_scheduler', '--host', HOST, '--port', '18786', '--no-dashboard')]

    def add_worker():
        started.append(start('distributed.cli.dask_worker', address, '--host', HOST, '--nthreads', '1',
                             '--no-nanny', '--no-dashboard'))

    try:
        add_worker()
        add_worker()
        with Client(address, timeout='60s') as client:
            client.wait_for_workers(2, timeout=120)
            tasks = client.map(take_apart, batches, out=out, form=form, command=command, retries=5, pure=False)
            codes = []
            for task in as_completed(tasks):
                codes.append(task.result())
                if len(codes) == max(1, len(tasks) // 3):
                    started[1].send_signal(signal.SIGKILL)
                    add_worker()
            workers = len(client.scheduler_info()['workers'])
        print(json.dumps({'tasks': len(codes), 'workers': workers, 'codes': sorted(set(codes))}))
    finally:
        for process in reversed(started):
            if process.poll() is None:
                process.terminate()
        time.sleep(0.5)


if __name__ == '__main__':
    main()
