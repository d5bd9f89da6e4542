#include "shell/json/pretty.hpp"

namespace heng::json {

namespace {

class Printer {
public:
    void print(const boost::json::value& value) {
        if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
            print_entries('{', '}', *object, [this](const auto& entry) {
                out_ += boost::json::serialize(entry.key()) + ": ";
                print(entry.value());
            });
        } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
            print_entries('[', ']', *array, [this](const auto& item) { print(item); });
        } else {
            out_ += boost::json::serialize(value);
        }
    }

    std::string take() { return std::move(out_); }

private:
    template <class List, class Print>
    void print_entries(char open, char close, const List& entries, Print print_entry) {
        out_ += open;
        indent_ += 2;
        bool is_first = true;
        for (const auto& entry : entries) {
            if (!is_first) out_ += ',';
            is_first = false;
            break_line();
            print_entry(entry);
        }
        indent_ -= 2;
        break_line();
        out_ += close;
    }

    void break_line() {
        out_ += '\n';
        out_.append(indent_, ' ');
    }

    std::string out_;
    std::size_t indent_ = 0;
};

}  // namespace

std::string print_pretty(const boost::json::value& value) {
    Printer printer;
    printer.print(value);
    return printer.take();
}

}  // namespace heng::json
