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

# gavel_room(NAME [FOLDERS folders...] LINKS targets...): the static library gavel_NAME.
function(gavel_room name)
  room_sources(${ARGN})
  add_library(gavel_${name} STATIC ${sources})
  target_include_directories(gavel_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(gavel_${name} PUBLIC ${ROOM_LINKS})
  target_precompile_headers(gavel_${name} PRIVATE <algorithm> <array> <cstdint> <functional> <map>
    <memory> <optional> <span> <string> <string_view> <unordered_map> <utility> <vector>)
  set_target_properties(gavel_${name} PROPERTIES UNITY_BUILD ${GAVEL_UNITY} UNITY_BUILD_BATCH_SIZE 8
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()

# gavel_ui_room(NAME [FOLDERS folders...] LINKS targets...): the same with moc and Qt.
function(gavel_ui_room name)
  room_sources(${ARGN})
  add_library(gavel_ui_${name} STATIC ${sources})
  set_target_properties(gavel_ui_${name} PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF)
  target_include_directories(gavel_ui_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_definitions(gavel_ui_${name} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_KEYWORDS QT_NO_FOREACH)
  target_link_libraries(gavel_ui_${name} PUBLIC Qt6::Core Qt6::Gui Qt6::Widgets ${ROOM_LINKS})
  target_precompile_headers(gavel_ui_${name} PRIVATE <QtWidgets> <memory> <optional> <string> <vector>)
  set_target_properties(gavel_ui_${name} PROPERTIES UNITY_BUILD ${GAVEL_UNITY} UNITY_BUILD_BATCH_SIZE 8
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()

# gavel_test(NAME LINKS targets...): the Qt Test program NAME.cpp, run offscreen in a fixed locale.
function(gavel_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "LINKS;LABELS" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  add_executable(${name} ${name}.cpp)
  set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE GAVEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    GAVEL_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data" QT_FORCE_ASSERTS)
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  # cmake --build BUILD --target tests_LABEL builds what ctest -L LABEL runs.
  foreach(label ${TEST_LABELS})
    if(NOT TARGET tests_${label})
      add_custom_target(tests_${label})
    endif()
    add_dependencies(tests_${label} ${name})
  endforeach()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;ASAN_OPTIONS=detect_leaks=1")
  # A window that waits for its turn must not wait for another test's.
  if("ui" IN_LIST TEST_LABELS)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
