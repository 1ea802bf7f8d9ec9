"""The form of a configuration file, for pydantic and for the published JSON schema. Importing this is slow."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reportlint.rule import Severity

Names = list[str]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=_kebab, populate_by_name=False, strict=True)


class RuleTable(_Strict):
    """What is said of one rule."""

    enabled: bool | None = Field(
        None, description="false: không chạy quy tắc này; true: chạy cả khi mặc định tắt."
    )
    severity: Severity | None = Field(None, description="Mức thay cho mức của quy tắc.")
    params: dict[str, Any] = Field(
        default_factory=dict, description="Tham số của quy tắc; xem trang của quy tắc đó."
    )


class IdentityTable(_Strict):
    """What reports are when they do not say so."""

    kind: str | None = Field(None, description="Chữ viết tắt tên loại: BC, KH, TTr …")
    regime: Literal["nd30", "hd36", "hd05", "qppl", "other"] | None = Field(
        None, description="Chế độ văn bản."
    )
    issuer: str | None = Field(None, description="Cơ quan ban hành, như “UBND xã Hòa Bình”.")
    level: Literal["central", "province", "district", "commune"] | None = Field(
        None, description="Cấp của cơ quan ban hành."
    )
    place: str | None = Field(None, description="Tên riêng của đơn vị hành chính.")
    province: str | None = Field(None, description="Tên tỉnh, thành phố.")


class _Choices(_Strict):
    select: Names | None = Field(None, description="Chỉ chạy những quy tắc này: mã, nhóm hoặc tên.")
    extend_select: Names = Field([], description="Chạy thêm những quy tắc này.")
    ignore: Names | None = Field(None, description="Không chạy những quy tắc này.")
    extend_ignore: Names = Field([], description="Không chạy thêm những quy tắc này.")
    rules: dict[str, RuleTable] = Field(default_factory=dict, description="Mức và tham số theo mã quy tắc.")
    identity: IdentityTable = Field(
        default_factory=dict, validate_default=True, description="Báo cáo là gì khi tự nó không ghi rõ."
    )


class OverrideTable(_Choices):
    """Other choices for some files."""

    files: list[str] = Field(description="Các mẫu tên tệp, như “du-thao/*.docx”.", min_length=1)


class ConfigFile(_Choices):
    """The whole file."""

    extends: str | list[str] = Field(
        [], description="Hồ sơ dựng sẵn hoặc tệp cấu hình làm nền, nền trước, riêng sau."
    )
    fail_on: Literal["certain", "error", "warning", "info", "never"] | None = Field(
        None, description="Mức làm cho mã thoát là 1."
    )
    exclude: list[str] = Field([], description="Mẫu tên tệp, thư mục không kiểm tra.")
    as_of: dt.date | None = Field(None, description="Ngày để xét quy định khi báo cáo chưa ghi ngày.")
    words: list[str] = Field([], description="Từ, tên riêng, chữ viết tắt của đơn vị, không bao giờ báo sai.")
    word_files: list[str] = Field([], description="Tệp danh sách từ, mỗi dòng một từ.")
    registries: list[str] = Field([], description="Danh mục văn bản của đơn vị (CSV hoặc SQLite).")
    packs: list[str] = Field([], description="Bộ quy tắc riêng (TOML).")
    plugins: list[str] = Field([], description="Tên phần mở rộng đã cài được phép dùng.")
    baseline: str | None = Field(None, description="Tệp ghi nhận tồn tại.")
    cache_dir: str | None = Field(None, description="Thư mục giữ kết quả giữa các lần chạy.")
    overrides: list[OverrideTable] = Field([], description="Lựa chọn khác cho một số tệp.")


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of the file."""
    schema: dict[str, Any] = _untitled(ConfigFile.model_json_schema(by_alias=True))
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "reportlint.toml"
    return schema


def _untitled(schema: Any) -> Any:  # noqa: ANN401 - any piece of a schema
    """Leave out the titles that pydantic makes of names: each version makes others."""
    if isinstance(schema, dict):
        return {key: _untitled(value) for key, value in schema.items() if key != "title"}
    return [_untitled(item) for item in schema] if isinstance(schema, list) else schema
