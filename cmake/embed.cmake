# What is compiled into the program besides C++: queries, templates, migrations, data, the web bundle, texts.
# All of it is made at build time by cmake/embed.py and cmake/compile_templates.py, and only when it changed.

set(EMBED ${CMAKE_SOURCE_DIR}/cmake/embed.py)
set(GENERATED ${CMAKE_BINARY_DIR}/generated)
set(PYTHON /usr/bin/python3)

add_library(digilots_embedded STATIC)

# src/NAME/sql/*.sql, and those of its rooms → NAME/sql.h and NAME/sql.cpp
function(embed_statements NAME RESULT)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${NAME}/sql/*.sql
    ${CMAKE_SOURCE_DIR}/src/${NAME}/*/sql/*.sql)
  set(${RESULT} "" PARENT_SCOPE)
  if(NOT files)
    return()
  endif()
  set(outputs ${GENERATED}/${NAME}/sql.h ${GENERATED}/${NAME}/sql.cpp)
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${PYTHON} ${EMBED} statements --slice ${NAME} --out ${GENERATED} ${files}
    DEPENDS ${EMBED} ${files}
    COMMENT "Queries of ${NAME}" VERBATIM)
  set_property(GLOBAL APPEND PROPERTY DIGILOTS_SQL_FOLDERS ${NAME})
  set(${RESULT} ${outputs} PARENT_SCOPE)
endfunction()

# src/NAME/templates/*.html, and those of its rooms (for platform/html also components/*/*.html) → NAME/templates.h, one .cpp a template
function(compile_templates NAME RESULT)
  set(compiler ${CMAKE_SOURCE_DIR}/cmake/compile_templates.py)
  file(GLOB files CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/src/${NAME}/templates/*.html ${CMAKE_SOURCE_DIR}/src/${NAME}/*/templates/*.html
    ${CMAKE_SOURCE_DIR}/src/${NAME}/components/*/*.html)
  list(FILTER files EXCLUDE REGEX "/fixtures/|fixture[^/]*\\.html$")
  set(${RESULT} "" PARENT_SCOPE)
  if(NOT files OR NOT EXISTS ${compiler})
    return()
  endif()
  set(outputs ${GENERATED}/${NAME}/templates.h)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    list(APPEND outputs ${GENERATED}/${NAME}/${name}.cpp)
  endforeach()
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${PYTHON} ${compiler} --slice ${NAME} --out ${GENERATED} ${files}
    DEPENDS ${compiler} ${CMAKE_SOURCE_DIR}/cmake/template_html.py ${files}
    COMMENT "Templates of ${NAME}" VERBATIM)
  set(${RESULT} ${outputs} PARENT_SCOPE)
endfunction()

function(embed_files)
  embed_texts(texts)
  embed_web(web_stamp)
  embed_known_words(known_words)

  file(GLOB_RECURSE data CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*)
  set(outputs ${GENERATED}/embedded.S ${GENERATED}/embedded.cpp)
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${PYTHON} ${EMBED} files --out ${GENERATED}
      data=${CMAKE_SOURCE_DIR}/data web=${CMAKE_SOURCE_DIR}/web/dist texts=${GENERATED}/texts
      words=${GENERATED}/words
    DEPENDS ${EMBED} ${data} ${web_stamp} ${texts} ${known_words}
    COMMENT "Embedded files" VERBATIM)

  file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
  set(migration_outputs ${GENERATED}/app/migrations.h ${GENERATED}/app/migrations.cpp)
  add_custom_command(OUTPUT ${migration_outputs}
    COMMAND ${PYTHON} ${EMBED} migrations --out ${GENERATED} ${migrations}
    DEPENDS ${EMBED} ${migrations}
    COMMENT "Migrations" VERBATIM)

  target_sources(digilots_embedded PRIVATE ${outputs} ${migration_outputs})
  target_include_directories(digilots_embedded PUBLIC ${CMAKE_SOURCE_DIR}/src ${GENERATED})

  get_property(folders GLOBAL PROPERTY DIGILOTS_SQL_FOLDERS)
  set(table ${GENERATED}/app/statements.h ${GENERATED}/app/statements.cpp)
  add_custom_command(OUTPUT ${table}
    COMMAND ${PYTHON} ${EMBED} statement-table --out ${GENERATED} ${folders}
    DEPENDS ${EMBED} ${CMAKE_BINARY_DIR}/sql_folders.txt
    COMMENT "Table of all queries" VERBATIM)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/sql_folders.txt CONTENT "${folders}\n")
  if(TARGET digilots_app)
    target_sources(digilots_app PRIVATE ${table})
  endif()
endfunction()

# src/**/texts/LANG.po → texts/LANG.mo, one merged catalogue a language
function(embed_texts RESULT)
  find_program(MSGCAT msgcat REQUIRED)
  find_program(MSGFMT msgfmt REQUIRED)
  file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*/texts/*.po
    ${CMAKE_SOURCE_DIR}/src/platform/*/texts/*.po ${CMAKE_SOURCE_DIR}/src/platform/i18n/po/*.po)
  set(languages "")
  foreach(catalogue IN LISTS catalogues)
    get_filename_component(language ${catalogue} NAME_WE)
    list(APPEND languages ${language})
    list(APPEND catalogues_${language} ${catalogue})
  endforeach()
  list(REMOVE_DUPLICATES languages)
  set(outputs "")
  file(MAKE_DIRECTORY ${GENERATED}/texts ${GENERATED}/po)
  foreach(language IN LISTS languages)
    set(output ${GENERATED}/texts/${language}.mo)
    add_custom_command(OUTPUT ${output}
      COMMAND ${MSGCAT} --use-first --no-location -o ${GENERATED}/po/${language}.po ${catalogues_${language}}
      COMMAND ${MSGFMT} --check-format -o ${output} ${GENERATED}/po/${language}.po
      DEPENDS ${catalogues_${language}}
      COMMENT "Texts in ${language}" VERBATIM)
    list(APPEND outputs ${output})
  endforeach()
  set(${RESULT} ${outputs} PARENT_SCOPE)
endfunction()

# Debian's dictionaries → words/known_words.bin: which words are not corrected. Half a minute the first time, then kept
# in the user's cache for every build.
function(embed_known_words RESULT)
  set(dictionaries /usr/share/hunspell)
  set(script ${CMAKE_SOURCE_DIR}/cmake/known_words.py)
  set(output ${GENERATED}/words/known_words.bin)
  set(cache $ENV{XDG_CACHE_HOME})
  if(NOT cache)
    set(cache $ENV{HOME}/.cache)
  endif()
  add_custom_command(OUTPUT ${output}
    COMMAND ${PYTHON} ${script} ${output} --cache ${cache}/digilots --english ${dictionaries}/en_US.dic
      ${dictionaries}/sv_SE.dic ${dictionaries}/nb_NO.dic ${dictionaries}/nn_NO.dic
    DEPENDS ${script}
    COMMENT "Known words" VERBATIM)
  set(${RESULT} ${output} PARENT_SCOPE)
endfunction()

# web/ → web/dist, bundled by npm; skipped while there is no web/package.json
function(embed_web RESULT)
  set(${RESULT} "" PARENT_SCOPE)
  set(web ${CMAKE_SOURCE_DIR}/web)
  if(NOT EXISTS ${web}/package.json)
    return()
  endif()
  find_program(NPM npm REQUIRED)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/*)
  list(FILTER sources EXCLUDE REGEX "/web/(node_modules|dist)/")
  list(FILTER sources EXCLUDE REGEX "/package-lock\\.json$")
  set(packages ${CMAKE_BINARY_DIR}/web_packages.stamp)
  add_custom_command(OUTPUT ${packages}
    COMMAND ${PYTHON} ${CMAKE_SOURCE_DIR}/cmake/npm_packages.py ${web}
    COMMAND ${CMAKE_COMMAND} -E touch ${packages}
    DEPENDS ${web}/package-lock.json ${CMAKE_SOURCE_DIR}/cmake/npm_packages.py
    COMMENT "Packages of web/" USES_TERMINAL VERBATIM)
  set(stamp ${CMAKE_BINARY_DIR}/web_dist.stamp)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${NPM} run --silent build
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${packages} ${sources}
    WORKING_DIRECTORY ${web}
    COMMENT "Web bundle" VERBATIM)
  set(${RESULT} ${stamp} PARENT_SCOPE)
endfunction()
