// Files that facts speak of by digest, kept byte for byte: the rules under which a month was
// sealed, the bulletins that went out. Filled by app, implemented by the edge `store` in the
// county's folder; `MemoryKeep` is for tests and dry runs.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace benniu::ledger {

class Keep {
  public:
    Keep() = default;
    Keep(const Keep&) = delete;
    Keep& operator=(const Keep&) = delete;
    virtual ~Keep() = default;

    // When it has returned, the bytes are there for good. The same bytes again change nothing.
    // Errors: kept-file-too-large, and the store's own.
    [[nodiscard]] virtual Result<Digest> put(std::string_view bytes) = 0;
    // Exactly the bytes of that digest. Errors: kept-file-missing, kept-file-changed, the store's.
    [[nodiscard]] virtual Result<std::string> get(const Digest& digest) const = 0;
};

class MemoryKeep : public Keep {
  public:
    [[nodiscard]] Result<Digest> put(std::string_view bytes) override;
    [[nodiscard]] Result<std::string> get(const Digest& digest) const override;

  private:
    std::map<Digest, std::string> files_;
};

}  // namespace benniu::ledger
