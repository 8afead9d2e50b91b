"""Lets LibreOffice accept or reject every tracked change of Word documents, and gives their text."""

import contextlib
import pathlib
import shutil
import subprocess
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    uno = None

AVAILABLE = uno is not None and shutil.which("soffice") is not None
PATIENCE = 120  # seconds until the office must answer


def _property(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    def __init__(self, context):
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", context)

    def settle(self, path, accept):
        """The paragraphs of the document once all changes are accepted or rejected."""
        address = pathlib.Path(path).absolute().as_uri()
        document = self.desktop.loadComponentFromURL(address, "_blank", 0,
                                                     (_property("Hidden", True),))
        try:
            command = ".uno:AcceptAllTrackedChanges" if accept else ".uno:RejectAllTrackedChanges"
            self.dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            return list(_paragraphs(document.Text))
        finally:
            document.close(True)


def _paragraphs(text):
    blocks = text.createEnumeration()
    while blocks.hasMoreElements():
        block = blocks.nextElement()
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from _paragraphs(block.getCellByName(name))
        else:
            yield block.String


@contextlib.contextmanager
def office():
    with tempfile.TemporaryDirectory() as home:
        pipe = f"quyche-{pathlib.Path(home).name}"
        process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{home}",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            started = Office(_connect(pipe))
            yield started
            with contextlib.suppress(Exception):  # it hangs up while it answers
                started.desktop.terminate()
            process.wait(PATIENCE)
        finally:
            process.kill()


def _connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
