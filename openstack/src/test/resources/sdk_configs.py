"""Asks openstacksdk what it makes of files and variables: a JSON list of cases on stdin, a list of answers on stdout."""
import json
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
for name in [name for name in os.environ if name.startswith("OS_")]:
    del os.environ[name]

from openstack.config import loader  # noqa: E402


def answer(case):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in case["files"].items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        before = dict(os.environ)
        os.environ.update(case["env"])
        try:
            paths = {
                stem: [os.path.join(folder, stem + end) for end in (".yaml", ".yml", ".json")]
                for stem in ("clouds", "secure", "clouds-public")
            }
            config = loader.OpenStackConfig(
                config_files=paths["clouds"], secure_files=paths["secure"], vendor_files=paths["clouds-public"]
            ).get_one()
            verify = config.get_requests_verify_args()[0]
            return {
                "name": config.name,
                "auth": {key: str(value) for key, value in config.config["auth"].items()},
                "region": config.region_name or "",
                "interface": config.config.get("interface"),
                "verify": verify is not False,
                "cacert": verify if isinstance(verify, str) else "",
            }
        except Exception as refused:
            return {"refused": type(refused).__name__}
        finally:
            os.environ.clear()
            os.environ.update(before)


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
