#include "cli/run.hpp"

int main(int argc, char** argv) {
    return benniu::cli::run(argc, argv);
}
