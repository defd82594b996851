# Warnings, sanitizers, linker and compiler cache: the same for every target.

add_compile_options(
  $<$<COMPILE_LANGUAGE:CXX>:-Wall>
  $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=return-type>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=unused-result>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=switch>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=uninitialized>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=format>
  $<$<COMPILE_LANGUAGE:CXX>:-Werror=non-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-fstack-protector-strong>
  $<$<COMPILE_LANGUAGE:CXX>:-pthread>
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these two falsely for std::string and std::optional (GCC bugs 105329, 105562).
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict> $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
  # Where several files are compiled as one, a type in an unnamed namespace looks like a header's.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
  # ccache keeps files with a precompiled header only so.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-D_FORTIFY_SOURCE=2>)
endif()

add_link_options(-pthread -Wl,--as-needed)
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
  # Code for what goes wrong stands apart: it is not loaded beside what runs (2 MB of memory, measured).
  add_link_options(-Wl,-z,keep-text-section-prefix)
endif()

# Several clones on one machine share the cache: paths are made relative to the clone.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

if(DIGILOTS_SANITIZE)
  add_compile_options(-fsanitize=${DIGILOTS_SANITIZE})
  add_link_options(-fsanitize=${DIGILOTS_SANITIZE})
  if(DIGILOTS_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()
if(DIGILOTS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -ffunction-sections -fdata-sections)
  add_link_options(-Wl,--gc-sections)
endif()
if(DIGILOTS_ONLY)
  # Whoever calls what is not there dies of it at once.
  add_link_options(-Wl,--unresolved-symbols=ignore-all)
endif()
