"""What `make bench` runs: ratios against floors and peers, measured in the same run."""
