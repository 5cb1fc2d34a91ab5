import io
import zipfile

from botocore.exceptions import ClientError


def refused(code, call, **arguments):
    """The error that a call is refused with; its code must be this one."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        found = error.response["Error"]["Code"]
        assert found == code, f"{found} instead of {code}: {error}"
        return {**error.response["Error"], "status": error.response["ResponseMetadata"]["HTTPStatusCode"]}
    raise AssertionError(f"{code} was expected, and this came: {answer}")


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return packed.getvalue()


def same(found, expected):
    assert found == expected, f"{found!r} instead of {expected!r}"
