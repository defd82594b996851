"""Who uses <algorithm> includes it, or its own header does: what comes through others is gone with their next change."""
import re

from checks.tree import line_of, without_comments

NAMES = ("adjacent_find|all_of|any_of|binary_search|clamp|copy|copy_if|copy_n|count|count_if|equal|equal_range|fill|fill_n|find"
         "|find_first_of|find_if|find_if_not|find_last|for_each|generate|includes|inplace_merge|is_sorted|lexicographical_compare"
         "|lower_bound|max|max_element|merge|min|min_element|minmax|minmax_element|mismatch|move_backward|next_permutation"
         "|none_of|nth_element|partial_sort|partition|remove|remove_if|replace|replace_if|reverse|rotate|search|set_difference"
         "|set_intersection|set_union|shuffle|sort|sort_heap|stable_partition|stable_sort|swap_ranges|transform|unique|upper_bound")
USED = re.compile(r"\bstd::(?:ranges::(?:" + NAMES + r")|(?:" + NAMES + r"))\b(?!::)")
OTHER = re.compile(r"std::(?:ranges::)?views::|std::remove\(|std::equal_to")


def check(tree):
    texts = dict(tree.files(".cpp", ".h"))
    for folder in ("bench", "tests/fuzz"):
        for path in sorted((tree.root / folder).glob("*.cpp")):
            texts[path.relative_to(tree.root).as_posix()] = path.read_text(encoding="utf-8")
    for file, text in texts.items():
        own = texts.get(re.sub(r"(_test)?\.cpp$", ".h", file), "") if file.endswith(".cpp") else ""
        if "#include <algorithm>" in text or "#include <algorithm>" in own:
            continue
        found = USED.search(without_comments(text))
        if found:
            yield f"{file}:{line_of(text, text.find(found.group(0)))}: {found.group(0)} is of <algorithm>: add #include <algorithm>."
