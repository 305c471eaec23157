"""Named corridors: year by year, volumes, bottlenecks, rivals, and published times beside ours."""
