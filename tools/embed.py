"""Writes a C++ file that holds the bytes of one file or several: embed.py NAMESPACE NAME OUT FILE...

The function is `std::string_view NAMESPACE::NAME()`; its header declares it.
"""
import pathlib
import sys

namespace, name, out, *sources = sys.argv[1:]
data = b"".join(pathlib.Path(source).read_bytes() for source in sources)
rows = [data[i : i + 20] for i in range(0, len(data), 20)]
body = ",\n".join(",".join(str(byte) for byte in row) for row in rows)
target = pathlib.Path(out)
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text(
    "#include <string_view>\n\n"
    f"namespace {namespace} {{\n"
    f"static const unsigned char bytes_of_{name}[] = {{{body or '0'}}};\n"
    f"std::string_view {name}();\n"
    f"std::string_view {name}() {{\n"
    f"    return {{reinterpret_cast<const char*>(bytes_of_{name}), {len(data)}}};\n"
    "}\n"
    f"}}  // namespace {namespace}\n"
)
