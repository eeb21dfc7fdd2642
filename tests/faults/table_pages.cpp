#include "table_pages.hpp"

#include <algorithm>

namespace benniu::faults {

namespace {

class Pages {
  public:
    explicit Pages(const std::string& file) : file_(file) {
        page_size_ = number(16, 2) == 1 ? 65'536 : number(16, 2);
    }

    void add_tree(std::uint32_t page) {
        const std::size_t start = start_of(page);
        constexpr std::size_t interior = 2;
        const bool has_children = number(start, 1) == interior;
        const std::size_t cells = number(start + 3, 2);
        const std::size_t pointers = start + (has_children ? 12 : 8);
        for (std::size_t i = 0; i < cells; ++i) {
            const std::size_t cell = start + number(pointers + 2 * i, 2);
            if (has_children) {
                add_tree(static_cast<std::uint32_t>(number(cell, 4)));
                add(cell, 4);
            }
            add_payload(cell + (has_children ? 4 : 0));
        }
        if (has_children) {
            add_tree(static_cast<std::uint32_t>(number(start + 8, 4)));
        }
    }

    std::vector<std::size_t> found;

  private:
    [[nodiscard]] std::size_t start_of(std::uint32_t page) const { return (page - 1) * page_size_; }

    [[nodiscard]] std::size_t number(std::size_t at, std::size_t bytes) const {
        std::size_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            value = value << 8U | static_cast<unsigned char>(file_.at(at + i));
        }
        return value;
    }

    void add(std::size_t at, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i) {
            found.push_back(at + i);
        }
    }

    void add_payload(std::size_t at) {
        std::size_t payload = 0;
        std::size_t byte = 0;
        std::size_t length = 0;
        do {
            byte = number(at + length++, 1);
            payload = payload << 7U | (byte & 0x7FU);
        } while (byte >= 0x80U);
        const std::size_t local_max = (page_size_ - 12) * 64 / 255 - 23;
        const std::size_t local_min = (page_size_ - 12) * 32 / 255 - 23;
        const std::size_t wanted = local_min + (payload - local_min) % (page_size_ - 4);
        const std::size_t local = payload <= local_max  ? payload
                                  : wanted <= local_max ? wanted
                                                        : local_min;
        add(at, length + local);
        if (local < payload) {
            add(at + length + local, 4);
            add_overflow(static_cast<std::uint32_t>(number(at + length + local, 4)),
                         payload - local);
        }
    }

    void add_overflow(std::uint32_t page, std::size_t rest) {
        const std::size_t here = std::min(rest, page_size_ - 4);
        const std::size_t start = start_of(page);
        add(start + 4, here);
        if (rest > here) {
            add(start, 4);
            add_overflow(static_cast<std::uint32_t>(number(start, 4)), rest - here);
        }
    }

    const std::string& file_;
    std::size_t page_size_ = 0;
};

}  // namespace

std::vector<std::size_t> cell_bytes(const std::string& file,
                                    const std::vector<std::uint32_t>& root_pages) {
    Pages pages(file);
    for (const std::uint32_t root : root_pages) {
        pages.add_tree(root);
    }
    return std::move(pages.found);
}

}  // namespace benniu::faults
