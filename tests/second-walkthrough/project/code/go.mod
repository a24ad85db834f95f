module example.org/postroom

go 1.19

require (
	example.org/clock v1.2.0
	example.org/postroom/stamps v0.0.0
)

replace example.org/postroom/stamps => ./stamps
