#include "shell/office/delimited.hpp"

#include <algorithm>

namespace heng::office {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Cutter {
public:
    Cutter(std::string_view text, char mark, const std::string& file) : text_(text), mark_(mark) {
        grid_.file = file;
    }

    intake::Grid cut() {
        if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        while (at_ < text_.size()) {
            intake::Cell cell;
            cell.row = row_;
            cell.column = column_;
            cell.line = line_;
            cell.address = intake::cell_name(row_, column_);
            cell.text = text_[at_] == '"' ? quoted() : plain();
            if (!cell.text.empty()) grid_.cells.push_back(std::move(cell));
            step();
        }
        return std::move(grid_);
    }

private:
    std::string plain() {
        const std::size_t end =
            std::min(text_.find_first_of(std::string{mark_, '\n', '\r'}, at_), text_.size());
        std::string cell(text_.substr(at_, end - at_));
        at_ = end;
        return cell;
    }

    /// What stands between quotation marks, and anything behind them up to the next mark.
    std::string quoted() {
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
                ++at_;
            }
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '\r') cell += text_[at_];
        }
        if (at_ < text_.size()) ++at_;
        return cell + plain();
    }

    void step() {
        if (at_ < text_.size() && text_[at_] == mark_) {
            ++column_;
            ++at_;
            return;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        column_ = 0;
        ++row_;
        ++line_;
    }

    std::string_view text_;
    char mark_;
    std::size_t at_ = 0;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t line_ = 1;
    intake::Grid grid_;
};

}  // namespace

intake::Grid read_delimited(std::string_view text, char mark, const std::string& file) {
    return Cutter(text, mark, file).cut();
}

}  // namespace heng::office
