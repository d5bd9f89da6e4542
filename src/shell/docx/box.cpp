#include "shell/docx/box.hpp"

namespace heng::docx {

namespace {

constexpr std::string_view shape =
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

/// English metric units, of which a twip has 635.
std::string units(int twips) {
    return std::to_string(twips * 635);
}

void shift(Xml& xml, std::string_view element, int twips) {
    xml.open(element, {{"relativeFrom", "page"}});
    xml.open("wp:posOffset").text(units(twips)).close().close();
}

void place(Xml& xml, const Box& box) {
    xml.leaf("wp:simplePos", {{"x", "0"}, {"y", "0"}});
    shift(xml, "wp:positionH", box.x);
    shift(xml, "wp:positionV", box.y);
    xml.leaf("wp:extent", {{"cx", units(box.width)}, {"cy", units(box.height)}});
    xml.leaf("wp:effectExtent", {{"l", "0"}, {"t", "0"}, {"r", "0"}, {"b", "0"}});
    xml.leaf(box.is_turned ? "wp:wrapNone" : "wp:wrapTopAndBottom");
}

void describe_shape(Xml& xml, const Box& box) {
    xml.leaf("wps:cNvSpPr", {{"txBox", "1"}});
    xml.open("wps:spPr").open("a:xfrm").leaf("a:off", {{"x", "0"}, {"y", "0"}});
    xml.leaf("a:ext", {{"cx", units(box.width)}, {"cy", units(box.height)}}).close();
    xml.open("a:prstGeom", {{"prst", "rect"}}).leaf("a:avLst").close();
    xml.leaf("a:noFill").open("a:ln").leaf("a:noFill").close().close();
}

}  // namespace

void open_box(Xml& xml, const Box& box) {
    xml.open("w:r").open("mc:AlternateContent").open("mc:Choice", {{"Requires", "wps"}});
    xml.open("w:drawing")
        .open("wp:anchor", {{"distT", "0"},
                            {"distB", "0"},
                            {"distL", "0"},
                            {"distR", "0"},
                            {"simplePos", "0"},
                            {"relativeHeight", "1"},
                            {"behindDoc", "0"},
                            {"locked", "0"},
                            {"layoutInCell", "1"},
                            {"allowOverlap", box.is_turned ? "1" : "0"}});
    place(xml, box);
    xml.leaf("wp:docPr", {{"id", "1"}, {"name", box.is_turned ? "页码" : "版记"}});
    xml.leaf("wp:cNvGraphicFramePr");
    xml.open("a:graphic").open("a:graphicData", {{"uri", std::string(shape)}}).open("wps:wsp");
    describe_shape(xml, box);
    xml.open("wps:txbx").open("w:txbxContent");
}

void close_box(Xml& xml, const Box& box) {
    xml.close().close();
    xml.open("wps:bodyPr", {{"vert", box.is_turned ? "vert" : "horz"},
                            {"lIns", "0"},
                            {"tIns", "0"},
                            {"rIns", "0"},
                            {"bIns", "0"},
                            {"anchor", box.is_turned ? "t" : "b"}});
    xml.leaf(box.is_turned ? "a:noAutofit" : "a:spAutoFit").close();
    constexpr int around_text = 8;  // wsp, graphicData, graphic, anchor, drawing, Choice, …, run
    for (int i = 0; i < around_text; ++i) xml.close();
}

}  // namespace heng::docx
