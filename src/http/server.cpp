#include "http/server.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <restinio/http_headers.hpp>
#include <restinio/http_server.hpp>
#include <restinio/message_builders.hpp>
#include <restinio/settings.hpp>
#include <restinio/traits.hpp>
#include <thread>
#include <vector>

namespace benniu::http {

namespace {

struct Traits : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t> {
    static constexpr bool use_connection_count_limiter = true;
};

using Server = restinio::http_server_t<Traits>;

// A connection that still waits in the stopped loop tells the server of its end. So the loop lets
// go of what waits in it while the server is there, and not only in its own destructor.
class Loop : public restinio::asio_ns::io_context {
  public:
    void let_go() { shutdown(); }
};

// How many answers are on their way, so that a stop can wait for them.
class Traffic {
  public:
    void enter() {
        const std::lock_guard lock(mutex_);
        ++answers_;
    }
    void leave() {
        const std::lock_guard lock(mutex_);
        --answers_;
        changed_.notify_all();
    }
    // Until no answer is on its way, or the limit is over.
    void wait_for_end() {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::milliseconds(limits::drain_milliseconds),
                          [&] { return answers_ == 0; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int answers_ = 0;
};

Method method_of(const restinio::http_request_header_t& header) {
    if (header.method() == restinio::http_method_get()) {
        return Method::get;
    }
    return header.method() == restinio::http_method_head() ? Method::head : Method::other;
}

Request request_of(const restinio::request_handle_t& handle) {
    const restinio::http_request_header_t& header = handle->header();
    return {.method = method_of(header),
            .target = header.request_target(),
            .accept_encoding = header.get_field_or(restinio::http_field::accept_encoding, ""),
            .accept_language = header.get_field_or(restinio::http_field::accept_language, ""),
            .if_none_match = header.get_field_or(restinio::http_field::if_none_match, ""),
            .has_body = !handle->body().empty()};
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 304:
            return "Not Modified";
        default:
            return title_of(status);
    }
}

// What goes wrong in answering is our own mistake; it ends here, and the client is told so much.
Answer safe_answer(const Request& request, const House& house, const Options& options) {
    try {
        return answer(request, house);
    } catch (const std::exception& mistake) {
        if (options.incident_happened) {
            options.incident_happened(request.target + ": " + mistake.what());
        }
        return incident(request, house);
    }
}

void send(const restinio::request_handle_t& handle, Answer answer, Traffic& traffic,
          const std::stop_token& stop) {
    const auto status = static_cast<std::uint16_t>(answer.status);
    auto response = handle->create_response<restinio::user_controlled_output_t>(
        {restinio::http_status_code_t(status), std::string(reason_of(answer.status))});
    for (auto& [name, value] : answer.fields) {
        response.append_header(std::move(name), std::move(value));
    }
    response.append_header_date_field();
    response.set_content_length(answer.length);
    if (stop.stop_requested() || !handle->header().should_keep_alive()) {
        response.connection_close();
    }
    if (!answer.body.empty()) {
        response.set_body(std::move(answer.body));
    }
    response.done([&traffic](const auto&) { traffic.leave(); });
}

unsigned threads_wanted() {
    return std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
}

void limit(restinio::server_settings_t<Traits>& settings, const Options& options) {
    settings
        .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                      .max_url_size(limits::url_bytes_read)
                                      .max_field_name_size(limits::request_field_name_bytes)
                                      .max_field_value_size(limits::request_field_bytes)
                                      .max_field_count(limits::request_fields)
                                      .max_body_size(limits::request_body_bytes))
        .read_next_http_message_timelimit(options.request_time)
        .write_http_response_timelimit(std::chrono::milliseconds(limits::answer_milliseconds))
        .handle_request_timeout(std::chrono::milliseconds(limits::answer_milliseconds))
        .max_parallel_connections(limits::connections);
}

// Runs the opened server on threads of its own until the stop, then lets answers finish.
void run(Server& server, Loop& loop, Traffic& traffic, const std::stop_token& stop) {
    auto work = restinio::asio_ns::make_work_guard(loop);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < threads_wanted(); ++i) {
        threads.emplace_back([&loop] { loop.run(); });
    }
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [&] { return stop.stop_requested(); });

    server.close_async([] {}, [](const std::exception_ptr&) {});
    traffic.wait_for_end();
    work.reset();
    loop.stop();
    for (std::thread& thread : threads) {
        thread.join();
    }
    loop.let_go();
}

}  // namespace

Result<void> serve(const Options& options, const County& county, const std::stop_token& stop) {
    const House house{.county = county, .web = options.web, .sentence = options.sentence};
    Traffic traffic;
    Loop loop;
    std::uint16_t port = options.port;
    try {
        Server server(restinio::external_io_context(loop), [&](auto& settings) {
            limit(settings, options);
            settings.address(restinio::asio_ns::ip::make_address(options.address))
                .port(options.port)
                .acceptor_post_bind_hook(
                    [&](auto& acceptor) { port = acceptor.local_endpoint().port(); })
                .request_handler([&](const restinio::request_handle_t& handle) {
                    traffic.enter();
                    const Request request = request_of(handle);
                    send(handle, safe_answer(request, house, options), traffic, stop);
                    return restinio::request_accepted();
                });
        });
        server.open_sync();
        if (options.opened) {
            options.opened(port);
        }
        run(server, loop, traffic, stop);
    } catch (const std::exception& reason) {
        return failure("cannot-listen", {{"address", options.address},
                                         {"port", std::to_string(options.port)},
                                         {"reason", reason.what()}});
    }
    return {};
}

}  // namespace benniu::http
