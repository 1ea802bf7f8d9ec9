from reportlint.knowledge import doctypes


def test_the_decree_has_thirty_abbreviations() -> None:
    assert len([kind for kind in doctypes.document_types() if kind.nd30]) == 30
    assert doctypes.state_code("công văn") is None


def test_one_type_may_have_other_codes_in_the_party() -> None:
    assert doctypes.state_code("Quy định") == "QyĐ"
    assert doctypes.party_codes("Quy định") == {"QĐi", "QĐ"}
    assert doctypes.types_of_code("QĐ", "hd36") == ("Quyết định",)
    assert doctypes.types_of_code("QĐ", "hd05") == ("Quyết định", "Quy định")


def test_a_code_means_something_else_under_another_regime() -> None:
    assert doctypes.types_of_code("TT", "nd30") == ("Thông tư",)
    assert doctypes.types_of_code("TT", "hd36") == ("Thông tri",)
    assert doctypes.types_of_code("ctr", "nd30") == ()


def test_names_are_recognised_however_they_are_written() -> None:
    assert doctypes.canonical_type("GIẤY UỶ  QUYỀN") == "Giấy ủy quyền"
    assert doctypes.canonical_type("") is None
