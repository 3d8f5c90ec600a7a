from timeline.temporal import explain


def test_the_derivation_tells_everything() -> None:
    lines = explain("mid-March", published="2024-05-03").lines()
    assert lines[0] == "'mid-March', said on 2024-05-03 (en)"
    told = "\n".join(lines)
    for piece in (
        "part: 'mid-March'",
        "month-alone: 'March'",
        "said:      (part MID (month 3))",
        "assumed:   anchor 2024-05-03; the nearest",
        "TIMEX3:    DATE 2024-03 mod MID",
        "EDTF:      [2024-03-11..2024-03-20]",
    ):
        assert piece in told


def test_nothing_found_is_said() -> None:
    assert explain("March madness", published=None).lines() == (
        "'March madness', said on an unknown day (en)",
        "  no time expression found",
    )


def test_every_step_has_its_mention_and_rule() -> None:
    derivation = explain("from 10 to 12 March, and for years", published="2024-05-03")
    assert [step.mention.text for step in derivation.steps] == ["10", "12 March", "years"]
    assert all(step.rule is not None for step in derivation.steps)
