# How a folder of this project becomes a target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion)
# Instrumented code gives g++ 12 false alarms, and clang 14 disputes `&` between conditions that is meant.
if(NOT HENG_SANITIZE)
    add_compile_options(-Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-Wno-restrict)  # g++ 12 sees overlaps in "a" + string that are none (PR 105651)
endif()
if(HENG_SANITIZE)
    add_compile_options(-fsanitize=${HENG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${HENG_SANITIZE})
    if(HENG_SANITIZE MATCHES address)
        # What these find, the address sanitizer stops at as well; without them a fifth less is compiled.
        add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
    endif()
endif()
if(HENG_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(HENG_TESTS)
    enable_testing()
    find_package(GTest REQUIRED)
    find_package(rapidcheck REQUIRED)
    find_package(valijson REQUIRED)
    find_library(LIBPUGIXML pugixml REQUIRED)  # reads the DOCX that we write
    find_package(yaml-cpp REQUIRED)  # a second reader of the files that we print
    include(GoogleTest)
endif()

# Under sanitizers the tests' own code is compiled without optimising it, and watched for addresses and races only: it is
# as large as the program, and compiling it the other way took half of the whole test run.
set(HENG_TEST_OPTIONS "")
if(HENG_SANITIZE)
    list(APPEND HENG_TEST_OPTIONS -O0)
    if(HENG_SANITIZE MATCHES undefined)
        list(APPEND HENG_TEST_OPTIONS -fno-sanitize=undefined)
    endif()
endif()

# Parsing what everything includes takes longer than the rest of a source. HENG_PCH has it parsed once a target. clang-tidy
# reads sources without it, so that each still includes what it uses.
set(HENG_STANDARD_HEADERS <algorithm> <array> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <variant> <vector>)

# heng_precompile(TARGET HEADERS...)
function(heng_precompile target)
    if(HENG_PCH)
        target_precompile_headers(${target} PRIVATE ${HENG_STANDARD_HEADERS} ${ARGN})
    endif()
endfunction()
if(HENG_PCH)
    # What ccache asks for before it keeps anything that was made with a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ccache)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-fpch-preprocess)
    else()
        add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    endif()
    if(NOT HENG_SANITIZE)
        # g++ 12 takes what comes from there for our own code, and warns of overflows in std::string that are none.
        add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
endif()

# heng_library(core_base SOURCES a.cpp b.cpp LINKS other PRIVATE_LINKS fmt::fmt TESTS a_test.cpp PCH core/base/a.hpp)
# A folder's library, and its unit tests beside their sources as one program. Tests named *_prop_test.cpp
# use RapidCheck; both kinds carry the ctest label "unit".
function(heng_library name)
    cmake_parse_arguments(LIB "" "" "SOURCES;LINKS;PRIVATE_LINKS;TESTS;TEST_LINKS;PCH" ${ARGN})
    add_library(heng_${name} STATIC ${LIB_SOURCES})
    target_include_directories(heng_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(heng_${name} PUBLIC ${LIB_LINKS} PRIVATE ${LIB_PRIVATE_LINKS})
    if(LIB_PCH)
        list(TRANSFORM LIB_PCH PREPEND ${PROJECT_SOURCE_DIR}/src/)
        heng_precompile(heng_${name} ${LIB_PCH})
    endif()
    if(HENG_TESTS AND HENG_UNIT_TESTS AND LIB_TESTS)
        add_executable(${name}_test ${LIB_TESTS})
        target_compile_definitions(${name}_test PRIVATE HENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
        target_link_libraries(${name}_test PRIVATE heng_${name} ${LIB_TEST_LINKS}
            GTest::gtest_main rapidcheck)
        target_compile_options(${name}_test PRIVATE ${HENG_TEST_OPTIONS})
        if(LIB_PCH)
            heng_precompile(${name}_test ${LIB_PCH} <gtest/gtest.h>)
        endif()
        gtest_discover_tests(${name}_test TEST_PREFIX "${name}/" PROPERTIES LABELS unit
            DISCOVERY_TIMEOUT 60)
    endif()
endfunction()
