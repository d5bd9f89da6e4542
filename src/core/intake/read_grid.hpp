#pragma once
/// @file
/// Cells of a sheet or of tables in a document → an indicator table.
#include "core/intake/draft.hpp"
#include "core/intake/grid.hpp"

#include <vector>

namespace heng::intake {

/// An indicator table of the file, the `wanted`th from 1. It begins with a row of titles (扣分细则
/// among them) and may go on in further grids, with its titles again. Titles under another title,
/// behind 附件 or notes, or over another 一、 begin another table, unless 续表 stands above them;
/// each table that is passed over is said. A merged cell counts for all its rows, a
/// blank one for what stands above it. Rows of one cell are categories; 续表, sums and signatures
/// are taken out; text that a page break cut off is joined; a cell may hold one clause or all of
/// its task. Issues: `import_table_absent`, `import_column_missing`, and doubts, with the address
/// of their cell.
Draft read_grids(const std::vector<Grid>& grids, std::size_t wanted = 1);

}  // namespace heng::intake
