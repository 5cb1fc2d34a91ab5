"""Runs one Python function: asks the Runtime API for events, calls the handler, posts what came of it."""

import importlib
import json
import logging
import os
import site
import socket
import sys
import time
import traceback

MARK = sys.argv[1]
LIFELINE = sys.argv[2] == "watch"
SDK_MODULES = ("boto3", "botocore")
MAX_ANSWER = 6_291_556
TASK_ROOT = os.environ["LAMBDA_TASK_ROOT"]
OPT_ROOT = os.environ.pop("HANDSON_OPT")
RUNTIME_VERSION = os.environ["AWS_EXECUTION_ENV"].rpartition("python")[2]


def main():
    prepare_interpreter()
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    if LIFELINE:
        end_with_parent()
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:
        document = describe(error, "")
        log_error(document)
        api.post("init/error", document)
        flush_logs()
        sys.exit(1)
    while True:
        run_once(api, handler)


def run_once(api, handler):
    headers, body = api.call("GET", "invocation/next")
    request_id = headers["lambda-runtime-aws-request-id"]
    LOG_HANDLER.request_id = request_id
    os.environ["_X_AMZN_TRACE_ID"] = headers.get("lambda-runtime-trace-id", "")
    try:
        answer = marshal(handler(json.loads(body), Context(headers)))
    except Exception as error:
        document = describe(error, request_id)
        log_error(document)
        mark_end()
        api.post(f"invocation/{request_id}/error", document)
        return
    if len(answer) > MAX_ANSWER:
        emit("LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413.\n")
    mark_end()
    api.call("POST", f"invocation/{request_id}/response", answer)


def prepare_interpreter():
    """Paths as in Lambda: the function, its layers, the language, the SDK. Nothing else of this machine's Python."""
    sys.argv = [sys.argv[0]]
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    own = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    layers = [
        f"{OPT_ROOT}/python/lib/python{RUNTIME_VERSION}/site-packages",
        f"{OPT_ROOT}/python/lib/{version}/site-packages",
        f"{OPT_ROOT}/python",
    ]
    language = [path for path in sys.path if path != os.path.dirname(os.path.abspath(__file__))]
    sys.path[:] = list(dict.fromkeys(path for path in [TASK_ROOT, *layers, *language, *own] if path))
    # The interpreter starts without `site`; its `exit` and `quit` are expected all the same.
    site.setquit()
    sys.stdout.reconfigure(line_buffering=True)
    sys.stderr.reconfigure(line_buffering=True)
    root = logging.getLogger()
    root.addHandler(LOG_HANDLER)
    # With the JSON log format the function's log level is the root logger's; the lines become JSON where they are stored.
    if os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON":
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO")
        root.setLevel({"TRACE": "NOTSET", "FATAL": "CRITICAL"}.get(level, level))


def load_handler(name):
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as error:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': {error}") from None
    module_name = module_name.replace("/", ".")
    if module_name.split(".")[0] in sys.builtin_module_names:
        message = f"Cannot use built-in module {module_name} as a handler module"
        raise Fault("Runtime.BuiltInModuleConflict", message)
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {error}{hint(error)}") from None
    except SyntaxError as error:
        line = f'  File "{error.filename}" Line {error.lineno}\n    {error.text}'
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {error}", [line]) from None
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'") from None


def hint(error):
    if (error.name or "").split(".")[0] not in SDK_MODULES:
        return ""
    return (
        ". In Lambda boto3 is there; the sandbox takes it from your own Python, which has none: "
        f"install it with `{sys.executable} -m pip install boto3` (on Debian and Ubuntu: `sudo apt install python3-boto3`)"
    )


class Fault(Exception):
    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = trace


def describe(error, request_id):
    if isinstance(error, Fault):
        return error_document(str(error), error.kind, request_id, error.trace)
    frames = traceback.extract_tb(error.__traceback__)
    while frames and frames[0].filename == __file__:
        del frames[0]
    return error_document(str(error), type(error).__name__, request_id, traceback.format_list(frames))


def error_document(message, kind, request_id, trace):
    return {
        "errorMessage": as_in_lambda(message),
        "errorType": kind,
        "requestId": request_id,
        "stackTrace": [as_in_lambda(line) for line in trace],
    }


def as_in_lambda(text):
    """Paths of this machine become those a learner sees in their account."""
    library = os.path.dirname(os.__file__)
    return text.replace(TASK_ROOT, "/var/task").replace(library, f"/var/lang/lib/python{RUNTIME_VERSION}")


def marshal(answer):
    try:
        return json.dumps(answer, ensure_ascii=False, default=marshal_decimal).encode()
    except Exception as error:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {error}") from None


def marshal_decimal(value):
    if type(value).__module__ == "decimal":
        return float("nan") if value.is_nan() else str(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


class Context:
    def __init__(self, headers):
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.invoked_function_arn = headers["lambda-runtime-invoked-function-arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.client_context = client_context(headers.get("lambda-runtime-client-context"))
        self.identity = Plain(cognito_identity_id=None, cognito_identity_pool_id=None)
        self.tenant_id = None
        self._deadline_ms = int(headers["lambda-runtime-deadline-ms"])

    def get_remaining_time_in_millis(self):
        return max(self._deadline_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))


class Plain:
    def __init__(self, **fields):
        self.__dict__.update(fields)


def client_context(text):
    if not text:
        return None
    given = json.loads(text)
    client = given.get("client") or {}
    names = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
    return Plain(
        custom=given.get("custom"),
        env=given.get("env"),
        client=Plain(**{name: client.get(name) for name in names}) if client else None,
    )


class RuntimeApi:
    """HTTP by hand on one socket: the library's client would be a third of the cold start."""

    def __init__(self, address):
        self.authority, _, token = address.partition("/")
        self.base = f"/{token}/2018-06-01/runtime/"
        host, _, port = self.authority.rpartition(":")
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.socket.makefile("rb")

    def post(self, path, document):
        kind = document["errorType"].encode("ascii", "replace").decode()
        body = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")
        self.call("POST", path, body, f"Lambda-Runtime-Function-Error-Type: {kind}\r\n")

    def call(self, method, path, body=b"", extra=""):
        head = (
            f"{method} {self.base}{path} HTTP/1.1\r\nHost: {self.authority}\r\n{extra}"
            f"Handson-Max-Rss: {max_rss_kb()}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        try:
            self.socket.sendall(head.encode() + body)
            return self.read_answer()
        except OSError:
            # The sandbox is gone: nobody is left to work for.
            os._exit(0)

    def read_answer(self):
        status = self.reader.readline()
        if not status:
            os._exit(0)
        headers = {}
        while (line := self.reader.readline().rstrip(b"\r\n")) != b"":
            name, _, value = line.partition(b":")
            headers[name.decode().lower()] = value.strip().decode()
        return headers, self.reader.read(int(headers.get("content-length", 0)))


def max_rss_kb():
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


class LogHandler(logging.Handler):
    request_id = ""

    def emit(self, record):
        emit(self.format(record))

    def format(self, record):
        record.aws_request_id = self.request_id
        return super().format(record)


def emit(text):
    """One log event, whatever lines it has: framed, so that it is not taken for printed lines."""
    sys.stdout.flush()
    data = text.encode("utf-8", "replace")
    write(f"\x1e{MARK}:{len(data)}\n".encode() + data)


def mark_end():
    flush_logs()
    write(f"\x1e{MARK}!\n".encode())


def flush_logs():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass


def write(data):
    try:
        while data:
            data = data[os.write(1, data) :]
    except OSError:
        pass


def log_error(document):
    lines = [f"[ERROR] {document['errorType']}: {document['errorMessage']}", "Traceback (most recent call last):"]
    for entry in document["stackTrace"]:
        lines += entry.rstrip("\n").split("\n")
    emit("\n".join(keep_indent(line) for line in lines))


def keep_indent(line):
    """CloudWatch's page would swallow leading spaces; Lambda writes no-break ones."""
    text = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(text)) + text


def end_with_parent():
    import threading

    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


LOG_HANDLER = LogHandler()
LOG_HANDLER.setFormatter(
    logging.Formatter("[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S")
)
logging.Formatter.converter = time.gmtime

main()
