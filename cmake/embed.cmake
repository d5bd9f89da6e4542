# Files as part of the program.

# heng_embed(TARGET FOLDER FILES...): each file of FOLDER becomes an `embedded_files()` entry of the target, under its
# name in FOLDER. See src/main/embedded.hpp.
function(heng_embed target folder)
    set(declarations "")
    set(assembly "")
    set(entries "")
    set(number 0)
    foreach(file IN LISTS ARGN)
        string(APPEND assembly
            "    \".global heng_file_${number}\\n heng_file_${number}: .incbin \\\"${folder}/${file}\\\"\\n\"\n"
            "    \".global heng_file_${number}_end\\n heng_file_${number}_end: .byte 0\\n\"\n")
        string(APPEND declarations "extern const char heng_file_${number}[];\nextern const char heng_file_${number}_end[];\n")
        string(APPEND entries "        {\"${file}\", {heng_file_${number}, heng_file_${number}_end}},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT
"#include \"main/embedded.hpp\"
asm(\".section .rodata\\n\"
@assembly@    \".previous\\n\");
extern \"C\" {
@declarations@}
namespace heng {
const std::vector<EmbeddedFile>& embedded_files() {
    static const std::vector<EmbeddedFile> all{
@entries@    };
    return all;
}
}  // namespace heng
" @ONLY)
    list(TRANSFORM ARGN PREPEND "${folder}/" OUTPUT_VARIABLE paths)
    set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${paths}")
    target_sources(${target} PRIVATE ${source})
endfunction()
