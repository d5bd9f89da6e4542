#pragma once
/// @file
/// Cells of a sheet or of tables in a document → an indicator table.
#include "core/intake/draft.hpp"
#include "core/intake/grid.hpp"

#include <vector>

namespace heng::intake {

/// The first indicator table of the file. It begins with a row of titles (扣分细则 among them) and
/// may go on in further grids, with its titles again. A merged cell counts for all its rows, a
/// blank one for what stands above it. Rows of one cell are categories; 续表, sums and signatures
/// are taken out; text that a page break cut off is joined; a cell may hold one clause or all of
/// its task. Issues: `import_table_absent`, `import_column_missing`, and doubts, with the address
/// of their cell.
Draft read_grids(const std::vector<Grid>& grids);

}  // namespace heng::intake
