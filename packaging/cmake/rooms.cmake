# SPDX-License-Identifier: GPL-3.0-or-later
# One room = one target: every source in its folder, and in the FOLDERS it is divided into.

macro(room_sources)
  cmake_parse_arguments(ROOM "" "" "FOLDERS;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  foreach(folder ${ROOM_FOLDERS})
    file(GLOB inside CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    list(APPEND sources ${inside})
  endforeach()
endmacro()

# gavel_headers(NAME HEADERS headers... [LINKS targets...] [DEFINITIONS definitions...] [OPTIONS options...]): headers that are
# read once for every target that reuses them. Each needs the same options and, as far as the headers look, definitions.
function(gavel_headers name)
  cmake_parse_arguments(ONCE "" "" "HEADERS;LINKS;DEFINITIONS;OPTIONS" ${ARGN})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// Only what it includes matters.\n")
  add_library(gavel_${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_compile_definitions(gavel_${name} PRIVATE ${ONCE_DEFINITIONS})
  target_link_libraries(gavel_${name} PRIVATE ${ONCE_LINKS})
  target_compile_options(gavel_${name} PRIVATE ${ONCE_OPTIONS})
  target_precompile_headers(gavel_${name} PRIVATE ${ONCE_HEADERS})
endfunction()

set(std_headers <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
  <unordered_map> <utility> <vector>)
set(strict_qt QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH)
# What is fuzzed says where it has been; what only links it need not.
if(GAVEL_FUZZ)
  set(room_options -fsanitize=fuzzer-no-link)
endif()
gavel_headers(engine_headers HEADERS ${std_headers} OPTIONS ${room_options})
if(GAVEL_GUI)
  gavel_headers(ui_headers HEADERS <QtWidgets> ${std_headers} LINKS Qt6::Widgets DEFINITIONS ${strict_qt})
endif()
if(GAVEL_TESTS)
  # A test is compiled more often than its own lines matter for its time. Its folders, which Qt defines and no test asks for,
  # would make each need headers of its own.
  set(test_options -O0 -U_FORTIFY_SOURCE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
  gavel_headers(test_headers HEADERS <QtTest> ${std_headers} LINKS Qt6::Test DEFINITIONS QT_FORCE_ASSERTS QT_NO_KEYWORDS
    OPTIONS ${test_options})
  if(GAVEL_GUI)
    gavel_headers(ui_test_headers HEADERS <QtTest> <QtWidgets> ${std_headers} LINKS Qt6::Test Qt6::Widgets
      DEFINITIONS QT_FORCE_ASSERTS QT_NO_KEYWORDS OPTIONS ${test_options})
  endif()
endif()

# gavel_room(NAME [FOLDERS folders...] LINKS targets...): the static library gavel_NAME.
function(gavel_room name)
  room_sources(${ARGN})
  add_library(gavel_${name} STATIC ${sources})
  target_include_directories(gavel_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(gavel_${name} PUBLIC ${ROOM_LINKS})
  target_compile_options(gavel_${name} PRIVATE ${room_options})
  target_precompile_headers(gavel_${name} REUSE_FROM gavel_engine_headers)
  set_target_properties(gavel_${name} PROPERTIES UNITY_BUILD ${GAVEL_UNITY} UNITY_BUILD_BATCH_SIZE 8
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()

# gavel_ui_room(NAME [FOLDERS folders...] LINKS targets...): the same with moc and Qt.
function(gavel_ui_room name)
  room_sources(${ARGN})
  add_library(gavel_ui_${name} STATIC ${sources})
  set_target_properties(gavel_ui_${name} PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF)
  target_include_directories(gavel_ui_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_definitions(gavel_ui_${name} PRIVATE ${strict_qt})
  target_link_libraries(gavel_ui_${name} PUBLIC Qt6::Core Qt6::Gui Qt6::Widgets ${ROOM_LINKS})
  target_precompile_headers(gavel_ui_${name} REUSE_FROM gavel_ui_headers)
  set_target_properties(gavel_ui_${name} PROPERTIES UNITY_BUILD ${GAVEL_UNITY} UNITY_BUILD_BATCH_SIZE 8
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()

# gavel_test(NAME LINKS targets... [ARGUMENTS arguments...]): the Qt Test program NAME.cpp, run offscreen in a fixed locale.
function(gavel_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "LINKS;LABELS;ARGUMENTS" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  add_executable(${name} ${name}.cpp)
  qt6_generate_moc(${name}.cpp ${name}.moc TARGET ${name})
  target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  target_compile_definitions(${name} PRIVATE GAVEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    GAVEL_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data" QT_FORCE_ASSERTS QT_NO_KEYWORDS)
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} Qt6::Test)
  target_compile_options(${name} PRIVATE ${test_options})
  if("ui" IN_LIST TEST_LABELS)
    target_precompile_headers(${name} REUSE_FROM gavel_ui_test_headers)
  else()
    target_precompile_headers(${name} REUSE_FROM gavel_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name} ${TEST_ARGUMENTS})
  # cmake --build BUILD --target tests_LABEL builds what ctest -L LABEL runs.
  foreach(label ${TEST_LABELS})
    if(NOT TARGET tests_${label})
      add_custom_target(tests_${label})
    endif()
    add_dependencies(tests_${label} ${name})
  endforeach()
  # Qt Test would end a function after five minutes by itself.
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;ASAN_OPTIONS=detect_leaks=1;QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000")
  # A window that waits for its turn must not wait for another test's.
  if("ui" IN_LIST TEST_LABELS)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
