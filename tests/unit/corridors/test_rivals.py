"""Corridors on the same work: same start, same end, each by its own legs, by the figures of the network."""

import pytest

from corridor.chain.splicing import hops
from corridor.chain.steps import steps, totals
from corridor.corridors.rivals import rivals
from corridor.errors import UnknownIdError
from tests.checks import every
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize("start", ["altynkol", "almaty", "dostyk"])
def test_every_corridor_does_the_same_work_or_says_that_it_does_not(data, start):
    frame = rivals(data, start, "belgrade")
    corridors = data.corridors
    assert set(frame["corridor_id"]) == set(
        corridors.loc[corridors["kind"].isin(["chain", "reference"]), "corridor_id"]
    )
    same = frame[frame["is_same_work"]]
    assert {"trans-caspian", "northern", "southern"} <= set(same["family"])
    assert set(same["from_node"]) == {start}
    assert set(frame["to_node"]) == {"belgrade"}
    for row in same.to_dict("records"):
        own = {hop.leg_id for hop in hops(data, row["corridor_id"])}
        used = row["legs"].replace("~", "").split("|")
        strange = [leg for leg in used if leg not in own]
        for leg in strange:
            ends = [data.record("legs", leg)[end] for end in ("from_node", "to_node")]
            assert {data.record("nodes", end)["country"] for end in ends} <= {"KZ", "CN"}, leg
        assert own & set(used)


def test_from_its_own_start_a_corridor_is_its_chain(data):
    row = rivals(data, "altynkol", "belgrade").set_index("corridor_id").loc["tc-bulgaria"]
    sums = totals(steps(data, "tc-bulgaria")).set_index("criterion")
    for criterion in ("time_h", "distance_km"):
        assert row[f"{criterion}_typical"] == pytest.approx(sums.loc[criterion, "typical"], abs=0.2)
        assert row[f"{criterion}_gaps"] == sums.loc[criterion, "missing_count"]


def test_each_is_known_by_a_place_that_no_other_passes(data):
    frame = rivals(data, "altynkol", "belgrade").set_index("corridor_id")
    for corridor, row in frame.iterrows():
        assert row["own_node"] in row["nodes"].split("|")
        others = frame.drop(corridor)["nodes"].str.split("|")
        assert not any(row["own_node"] in nodes for nodes in others)


def test_limits_are_told_with_their_sources(data):
    frame = rivals(data, "altynkol", "belgrade")
    assert frame["constraint_note"].notna().all()
    for cell in frame["sources"]:
        assert every(data.has("sources", one) for one in cell.split("|"))


def test_from_a_place_outside_the_freight_network_none_does_the_same_work(data):
    frame = rivals(data, "nqz", "belgrade")
    assert not frame["is_same_work"].any()
    assert frame.set_index("corridor_id").loc["tc-btk", "from_node"] == "altynkol"


def test_a_node_that_there_is_not_is_refused(data):
    with pytest.raises(UnknownIdError):
        rivals(data, "atlantis", "belgrade")
