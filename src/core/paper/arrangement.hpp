#pragma once
/// @file
/// Where the elements of a paper stand, as far as that does not depend on the file format. Widths
/// count in half widths: a digit takes one, a Chinese character two.
#include "core/paper/paper.hpp"

namespace heng::paper {

/// How far from the right edge signature and date end: the date four characters in, the signature
/// centred above it, as with a seal (DOC-13). A signature too long for that ends at the edge, and
/// the date is centred below.
struct SignaturePlace {
    int signature = 0;
    int date = 8;
};
SignaturePlace place_signature(std::string_view signature, std::string_view date);

/// A line of 附件说明 (DOC-12): `lead` hangs before the name, whose further lines align with it.
struct AnnexLine {
    std::string lead;
    std::string name;
    int indent = 0;  ///< Where the lead begins, from the left edge of the text.
};
std::vector<AnnexLine> annex_lines(const Paper& paper);
/// 附件, or 附件1 where there are several.
std::string annex_mark(const Paper& paper, std::size_t index);

/// 2号 over 3号: how many characters of a title fit where `characters` of the body do.
std::size_t title_characters(int characters);

/// The places of the columns whose equal cells are one, from left to right.
std::vector<std::size_t> merged_columns(const Table& table);

/// Which cells of a table are drawn: of a merged cell the topmost, with how many rows it spans.
struct Span {
    std::size_t rows = 1;  ///< 0: covered by the cell above.
};
std::vector<std::vector<Span>> spans_of(const Table& table);

/// Widths in the same unit as `total`, in proportion to those of the table; they sum to `total`.
std::vector<int> column_widths(const Table& table, int total);

}  // namespace heng::paper
