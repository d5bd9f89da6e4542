#pragma once
/// @file
/// XML as text, written element by element.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::docx {

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

class Xml {
public:
    Xml& open(std::string_view name, Attributes attributes = {});
    Xml& close();
    /// An element without content.
    Xml& leaf(std::string_view name, Attributes attributes = {});
    /// Escaped; characters that XML 1.0 has no way to write are left out.
    Xml& text(std::string_view content);

    /// @pre every element is closed.
    std::string finish() &&;

private:
    void begin(std::string_view name, Attributes attributes);
    void escape(std::string_view content);

    std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    std::vector<std::string> opened_;
};

}  // namespace heng::docx
