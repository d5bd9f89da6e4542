#include "shell/json/document.hpp"

#include <boost/json.hpp>

namespace heng::json {

namespace {

struct BlockToJson {
    boost::json::object operator()(const report::Heading& heading) const {
        return {{"kind", "heading"}, {"level", heading.level}, {"text", heading.text}};
    }
    boost::json::object operator()(const report::Paragraph& paragraph) const {
        return {{"kind", "paragraph"}, {"text", paragraph.text}};
    }
    boost::json::object operator()(const report::Note& note) const {
        return {{"kind", "note"}, {"text", note.text}};
    }
    boost::json::object operator()(const report::Table& table) const {
        boost::json::array columns;
        for (const report::Column& column : table.columns) {
            const bool at_end = column.align == report::Align::end;
            columns.push_back(
                boost::json::object{{"title", column.title}, {"align", at_end ? "end" : "start"}});
        }
        boost::json::array rows;
        for (const auto& cells : table.rows) {
            rows.push_back(boost::json::array(cells.begin(), cells.end()));
        }
        return {{"kind", "table"},
                {"caption", table.caption},
                {"columns", std::move(columns)},
                {"rows", std::move(rows)}};
    }
};

}  // namespace

std::string print_document(const report::Document& document) {
    boost::json::array blocks;
    for (const report::Block& block : document.blocks) {
        blocks.push_back(std::visit(BlockToJson{}, block));
    }
    return boost::json::serialize(boost::json::object{{"blocks", std::move(blocks)}});
}

}  // namespace heng::json
