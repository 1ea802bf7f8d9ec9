"""Options that several commands share: which rules, what the report is, which configuration."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from reportlint.cli.parser import comma_list, one_of

if TYPE_CHECKING:
    from reportlint.cli.parser import Parser

SEVERITY = one_of("error", "warning", "info")
FAIL_ON = one_of("certain", "error", "warning", "info", "never")


def add_files(parser: Parser) -> None:
    """Add the files to work on."""
    parser.add("files", vi="tệp, thư mục, mẫu như bao-cao/*.docx; - là đầu vào chuẩn", en="files, folders, globs; - for standard input",
               nargs="*", metavar="FILE")  # fmt: skip
    parser.add(
        "--stdin-filename",
        vi="tên của văn bản đọc từ đầu vào chuẩn",
        en="name of the text on standard input",
        metavar="NAME",
    )


def add_selection(parser: Parser) -> None:
    """Add the choice of rules."""
    group = parser.group(
        "Chọn quy tắc (mã VD003, nhóm VD, hoặc tên)", "Which rules (code VD003, family VD, or name)"
    )
    for flag, vi, en in (
        ("--select", "chỉ chạy những quy tắc này", "run these rules only"),
        ("--extend-select", "chạy thêm những quy tắc này", "run these rules besides"),
        ("--ignore", "không chạy những quy tắc này", "do not run these rules"),
        ("--extend-ignore", "không chạy thêm những quy tắc này", "do not run these rules either"),
    ):
        parser.add(
            flag, vi=vi, en=en, group=group, type=comma_list, action="extend", default=[], metavar="CODE,…"
        )
    parser.add(
        "--profile",
        vi="hồ sơ: draft, submit, nd30-xa …",
        en="profile: draft, submit, nd30-xa …",
        group=group,
        metavar="NAME",
    )


def add_identity(parser: Parser) -> None:
    """Add what the user says of the report, instead of what is read in it."""
    group = parser.group(
        "Báo cáo này là gì (thay cho những gì đọc được)", "What the report is (instead of what is read)"
    )
    parser.add(
        "--kind",
        vi="loại văn bản: BC, KH, TTr …",
        en="kind of document: BC, KH, TTr …",
        group=group,
        metavar="BC",
        type=kind,
    )
    parser.add("--level", vi="cấp: central, province, district, commune", en="level of the body", group=group, metavar="LEVEL",
               type=one_of("central", "province", "district", "commune"))  # fmt: skip
    parser.add("--regime", vi="chế độ: nd30, hd36, hd05, qppl, other", en="norms that hold", group=group, metavar="REGIME",
               type=one_of("nd30", "hd36", "hd05", "qppl", "other"))  # fmt: skip
    parser.add("--issuer", vi="cơ quan ban hành", en="issuing body", group=group, metavar="NAME")
    parser.add("--as-of", vi="xét theo quy định của ngày này (2024-06-30) khi báo cáo chưa ghi ngày",
               en="judge by the norms of this day when the report has no date", group=group, metavar="DATE", type=day)  # fmt: skip


def add_configuration(parser: Parser) -> None:
    """Add where the configuration comes from."""
    group = parser.group("Cấu hình", "Configuration")
    parser.add(
        "--config", vi="dùng tệp cấu hình này", en="use this configuration", group=group, metavar="FILE"
    )
    parser.add(
        "--isolated",
        vi="bỏ qua mọi tệp cấu hình",
        en="read no configuration",
        group=group,
        action="store_true",
    )


def kind(text: str) -> str:
    """Read a kind of document by its abbreviation, whatever the capitals."""
    from reportlint.knowledge.doctypes import document_types

    known = {code.lower(): code for entry in document_types() for code in entry[1:5] if code}
    return known.get(text.lower()) or one_of(*sorted(set(known.values())))(text)


def day(text: str) -> dt.date:
    """Read a day, as 2024-06-30 or 30/6/2024."""
    try:
        from reportlint.knowledge.calendar import day_of

        return day_of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day, as 2024-06-30") from None


def given(args: argparse.Namespace) -> dict[str, str]:
    """Return the identity as the options give it."""
    return {
        name: value for name in ("kind", "level", "regime", "issuer") if (value := getattr(args, name, None))
    }
