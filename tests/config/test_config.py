"""Configuration: layers, overrides, what a wrong one is told, the published schema, the profiles."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from reportlint import catalogue, profiles
from reportlint.config import form, reading
from reportlint.config.discovery import nearest
from reportlint.config.schema import ConfigFile, IdentityTable, OverrideTable, RuleTable
from reportlint.config.settings import check_names, settings_of
from reportlint.errors import SettingsError
from reportlint.facts.bodies import Level
from reportlint.identity import Identity, Regime
from reportlint.said import Said

ROOT = Path(__file__).parents[2]


def write(folder: Path, text: str, name: str = "reportlint.toml") -> str:
    """Write a configuration and return its path."""
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def test_layers_from_province_to_person(tmp_path: Path) -> None:
    write(
        tmp_path,
        'extends = "nd30-xa"\nignore = ["VT"]\nwords = ["TTHTCĐ"]\n[rules.VD012]\nseverity = "warning"\n',
        "tinh.toml",
    )
    write(
        tmp_path,
        'extends = "tinh.toml"\nwords = ["OCOP"]\nfail-on = "warning"\n[identity]\nissuer = "UBND xã A"\n',
        "don-vi.toml",
    )
    path = write(
        tmp_path,
        'extends = ["don-vi.toml"]\nignore = ["CT"]\nextend-ignore = ["DC"]\n[rules.VD012]\nparams = { a = 1 }\n',
    )
    config = reading.read(path)
    assert config.profile == "nd30-xa"
    assert config.ignore == ("CT",)
    assert config.fail_on == "warning"
    assert [Path(file).name for file in config.files] == ["tinh.toml", "don-vi.toml", "reportlint.toml"]
    settings = settings_of(config)
    assert settings.ignore == ("CT", "DC")
    assert settings.words == {"TTHTCĐ", "OCOP"}
    assert settings.severity == {"VD012": "warning"}
    assert settings.params == {"VD012": {"a": 1}}
    assert settings.defaults == {"regime": "nd30", "level": "commune", "issuer": "UBND xã A"}


def test_a_profile_given_takes_the_place_of_the_one_named(tmp_path: Path) -> None:
    path = write(tmp_path, 'extends = "draft"\nwords = ["OCOP"]\n')
    config = reading.read(path, "submit")
    assert config.profile == "submit"
    assert config.words == ("OCOP",)
    assert config.rules["TT004"].severity == "error"


def test_overrides_by_glob(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[overrides]]\nfiles = ["du-thao/*.md"]\nextend-ignore = ["TT"]\n[overrides.rules.VD012]\nenabled = false\n',
    )
    config = reading.read(path)
    assert settings_of(config.for_file(str(tmp_path / "du-thao" / "a.md"))).ignore == ("TT", "VD012")
    assert settings_of(config.for_file(str(tmp_path / "a.md"))).ignore == ()


def test_paths_start_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "chung").mkdir()
    write(tmp_path / "chung", "OCOP  # sản phẩm\n\n# ghi chú\nTTHTCĐ\n", "tu.txt")
    write(tmp_path / "chung", 'word-files = ["tu.txt"]\nbaseline = "b.json"\n', "tinh.toml")
    config = reading.read(write(tmp_path, 'extends = "chung/tinh.toml"\n'))
    assert settings_of(config).words == {"OCOP", "TTHTCĐ"}
    assert config.baseline == str(tmp_path / "chung" / "b.json")


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path, '[tool.reportlint]\nignore = ["CT"]\n', "pyproject.toml")
    write(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
    found = nearest(str(tmp_path / "a" / "x.md"))
    assert found == str(tmp_path / "pyproject.toml")
    assert reading.read(found).ignore == ("CT",)
    with pytest.raises(SettingsError, match=r"pyproject\.toml:2: không có khóa “ignor”; có phải “ignore”"):
        reading.read(write(tmp_path, "[tool.reportlint]\nignor = []\n", "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('wrds = ["a"]\n', ":1: không có khóa “wrds”; có phải “words”"),
        ('words = ["a"]\nfail-on = "eror"\n', ":2: “fail-on” = 'eror'"),
        ("\nwords = 3\n", ":2: “words” cần là danh sách"),
        ('[rules.VD003]\nseverty = "info"\n', ":2: không có khóa “rules.VD003.severty”; có phải “severity”"),
        (
            '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\nselct = []\n',
            ":5: không có khóa “overrides.1.selct”; có phải “select”",
        ),
        ('[identity]\nlevl = "xa"\n', ":2: không có khóa “identity.levl”; có phải “level”"),
        ('as-of = "hôm nay"\n', "cần là ngày"),
        ("[[overrides]]\nignore = []\n", "“overrides.0.files” còn thiếu"),
        ("words = [\n", "không phải TOML hợp lệ"),
        ('extends = "nd30-xá"\n', ":1: extends “nd30-xá”: không có hồ sơ hay tệp này; có phải “nd30-xa”"),
        ('extends = "reportlint.toml"\n', "vòng tròn"),
    ],
)
def test_errors_name_file_line_and_what_was_meant(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        reading.read(path)
    assert str(caught.value).startswith(path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text", ['packs = ["khong-co.toml"]', 'registries = ["khong-co.csv"]', 'plugins = ["khong-co"]']
)
def test_what_is_named_must_exist(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="khong-co"):
        settings_of(reading.read(write(tmp_path, text + "\n")))


def test_a_pack_may_not_take_a_code_that_is_taken(tmp_path: Path) -> None:
    pack = (ROOT / "rules" / "nt.toml").read_text("utf-8")
    write(tmp_path, pack, "pack.toml")
    with pytest.raises(SettingsError, match="NT001"):
        settings_of(reading.read(write(tmp_path, 'packs = ["pack.toml"]\n')))


def test_unknown_names_are_guessed() -> None:
    check_names(["VD", "NT001", "impossible-date"], catalogue.rules(), Said("x", "x"))
    with pytest.raises(SettingsError, match="“impossible-date”"):
        check_names(["imposible-date"], catalogue.rules(), Said("tùy chọn", "options"))


def test_the_published_schema_accepts_what_the_reader_accepts() -> None:
    published = json.loads((ROOT / "docs" / "reference" / "reportlint.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    for name in profiles.names():
        jsonschema.validate(
            tomllib.loads((ROOT / "rules" / "profiles" / f"{name}.toml").read_text("utf-8")), published
        )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"wrds": []}, published)


@pytest.mark.parametrize("name", profiles.names())
def test_profiles_are_sound(name: str) -> None:
    config = reading.of_profile(name)
    assert config.profile == name
    check_names(config.rules, catalogue.rules(), Said(name, name))


@pytest.mark.parametrize(
    ("regime", "issuer", "level", "name"),
    [
        ("nd30", "Sở Nội vụ", "province", "nd30-so"),
        ("nd30", "UBND tỉnh Bình Định", "province", "nd30-tinh"),
        ("nd30", "UBND huyện Tuy Phước", "district", "nd30-huyen"),
        ("nd30", "UBND xã Hòa Bình", "commune", "nd30-xa"),
        ("nd30", "", "", "nd30"),
        ("hd05", "Tỉnh ủy", "province", "dang"),
        ("qppl", "Chính phủ", "central", "qppl"),
        ("other", "Huyện đoàn Tuy Phước", "district", "other"),
    ],
)
def test_the_profile_that_fits_is_said(regime: Regime, issuer: str, level: Level, name: str) -> None:
    identity = Identity(
        "BC", regime, issuer, level, "", "", None, None, None, "final", ocr=False, evidence={}
    )
    assert profiles.fitting(identity) == name
    assert name in profiles.names()


VALUES = st.one_of(
    st.sampled_from(
        [
            "a",
            "error",
            "nd30",
            "commune",
            "certain",
            ["a"],
            [],
            ["a", 1],
            3,
            True,
            {},
            {"a": 1},
            {"VD003": {"severity": "info"}},
        ]
    ),
    st.sampled_from(
        [
            {"level": "xa"},
            {"level": "commune"},
            [{"files": ["a"]}],
            [{"files": []}],
            [{"ignore": ["a"]}],
            dt.date(2024, 1, 1),
        ]
    ),
    st.sampled_from(
        [
            dt.datetime(2024, 1, 1, 1, 1, tzinfo=dt.UTC),
            {"VD003": {"enabled": 1}},
            {"VD003": {"params": {"x": [1]}}},
            {"kind": "BC"},
        ]
    ),
)


@given(st.dictionaries(st.sampled_from([*form.FILE, "wrds", "files"]), VALUES, max_size=4))
def test_the_quick_look_agrees_with_the_schema(raw: dict[str, object]) -> None:
    try:
        ConfigFile.model_validate(raw)
    except ValidationError:
        assert not form.certainly_right(raw)
    else:
        assert form.certainly_right(raw)


def test_the_quick_look_knows_the_keys_of_the_schema() -> None:
    for keys, model in (
        (form.FILE, ConfigFile),
        (form.RULE, RuleTable),
        (form.IDENTITY, IdentityTable),
        (form.OVERRIDE, OverrideTable),
    ):
        assert set(keys) == {info.alias for info in model.model_fields.values()}


def test_a_right_configuration_needs_no_pydantic(tmp_path: Path) -> None:
    write(tmp_path, 'extends = "nd30-xa"\nwords = ["OCOP"]\n')
    (tmp_path / "a.md").write_text("Một đoạn.\n", "utf-8")
    program = "import sys; from reportlint.cli.main import main; main(['check', 'a.md']); sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603 - ours
