// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feeders/file_feeder.h"

#include "engine/base/json.h"
#include "engine/runtime/feeders/offered_lines.h"

#include <boost/json.hpp>

#include <chrono>

namespace gavel::runtime {

namespace {

constexpr std::size_t kPortionLines = 4'000;

Error wrong(std::string where, std::string what, std::string advice)
{
    return {"SOURCE_WRONG", std::move(where), std::move(what), std::move(advice)};
}

/// The header as the contract names its columns, so that a dead letter can be read without the
/// source's own names.
std::string contractHeader(const pipeline::CsvHeader& header)
{
    std::string text;
    for (std::size_t column = 0; column < header.columns(); ++column) {
        const auto field = header.field(column);
        text += (column == 0 ? "" : ",");
        text += field ? std::string(model::kAdFieldNames[static_cast<std::size_t>(*field)])
                      : "unknown" + std::to_string(column);
    }
    return text;
}

} // namespace

std::string FileOrder::toJson() const
{
    boost::json::object names;
    for (const auto& [theirs, ours] : fields)
        names[theirs] = ours;
    return base::jsonText(boost::json::object{{"place", place},
                                              {"format", format},
                                              {"fields", std::move(names)},
                                              {"every", everySeconds}});
}

Result<FileOrder> FileOrder::read(std::string_view json)
{
    boost::system::error_code failed;
    const auto parsed = boost::json::parse(json, failed);
    const auto* object = failed ? nullptr : parsed.if_object();
    if (object == nullptr)
        return wrong("settings", "they cannot be read", "add the source again");
    FileOrder order;
    if (const auto* place = object->if_contains("place"); place != nullptr && place->is_string())
        order.place = place->as_string();
    if (const auto* format = object->if_contains("format");
        format != nullptr && format->is_string())
        order.format = format->as_string();
    if (const auto* every = object->if_contains("every"); every != nullptr && every->is_int64())
        order.everySeconds = every->as_int64();
    if (const auto* fields = object->if_contains("fields");
        fields != nullptr && fields->is_object())
        for (const auto& [theirs, ours] : fields->as_object())
            if (ours.is_string())
                order.fields.emplace_back(theirs, ours.as_string());
    return order;
}

Result<void> FileOrder::check() const
{
    if (place.empty())
        return wrong("place", "a file or a folder is needed", "choose one");
    if (!format.empty() && format != "jsonl" && format != "csv")
        return wrong("format", "\"" + format + "\" is not known", "write jsonl or csv");
    if (everySeconds < 0 || everySeconds > 86'400)
        return wrong("every", "it is 0 to 86400 seconds", "write another number");
    if (auto names = pipeline::FieldMap::with(fields); !names)
        return names.error();
    return {};
}

FileFeeder::FileFeeder(pipeline::Intake& intake, const base::Clock& clock,
                       pipeline::CollectorRow row, FileOrder order)
    : m_intake(intake)
    , m_clock(clock)
    , m_row(std::move(row))
    , m_order(std::move(order))
    , m_paused(m_row.isPaused)
{
    m_thread = std::thread([this] { loop(); });
}

FileFeeder::~FileFeeder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

FileFeeder::Status FileFeeder::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void FileFeeder::setPaused(bool paused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_all();
}

bool FileFeeder::waitFor(std::int64_t milliseconds)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_stop; });
    return !m_stop;
}

void FileFeeder::fail(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_status.error = toString(error);
    m_isMissing = error.code == "FILE_MISSING";
}

/// What is there again is no failure any more; a line that cannot be read stays one.
void FileFeeder::noteLook()
{
    const std::lock_guard lock(m_mutex);
    if (m_isMissing)
        m_status.error.clear();
    m_isMissing = false;
    if (m_status.error.empty())
        ++m_status.looks;
}

/// While it is closed nothing is read.
bool FileFeeder::waitForIntake()
{
    while (m_intake.isClosed())
        if (!waitFor(kOfferAgainMs))
            return false;
    return true;
}

void FileFeeder::loop()
{
    pipeline::FolderSource::Settings settings;
    settings.place = m_order.place;
    if (!m_order.format.empty())
        settings.format
            = m_order.format == "csv" ? pipeline::FileFormat::Csv : pipeline::FileFormat::JsonLines;
    settings.ending
        = m_order.everySeconds == 0 ? pipeline::FileEnding::Whole : pipeline::FileEnding::Open;
    settings.clock = &m_clock;
    auto source = pipeline::FolderSource::open(std::move(settings), m_row.checkpoint);
    if (!source)
        return fail(source.error());
    m_source.emplace(std::move(*source));
    while (readAll()) {
        if (m_order.everySeconds == 0) {
            const std::lock_guard lock(m_mutex);
            m_status.isDone = true;
            return;
        }
        if (!waitFor(m_order.everySeconds * 1000))
            return;
    }
}

bool FileFeeder::readAll()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_paused; });
            if (m_stop)
                return false;
        }
        if (!waitForIntake())
            return false;
        auto portion = m_source->next(kPortionLines);
        if (!portion) {
            fail(portion.error());
            if (portion.error().code == "FILE_MISSING")
                return m_order.everySeconds != 0;
            continue; // the files after it
        }
        if (portion->isDone) {
            noteLook();
            return true;
        }
        if (!offer(std::move(*portion)))
            return false;
    }
}

bool FileFeeder::offer(pipeline::Portion portion)
{
    pipeline::Offer offer;
    offer.collector = m_row.id;
    offer.received = m_clock.now();
    offer.origin = portion.file;
    offer.checkpoint = portion.checkpoint;
    if (portion.format == pipeline::FileFormat::Csv) {
        if (!m_header || m_headerLine != portion.header) {
            const auto names = pipeline::FieldMap::with(m_order.fields);
            auto header
                = pipeline::CsvHeader::parse(portion.header, names ? *names : pipeline::FieldMap());
            if (!header) {
                fail(header.error());
                return false;
            }
            m_headerText = contractHeader(*header);
            m_header = std::make_shared<const pipeline::CsvHeader>(std::move(*header));
            m_headerLine = portion.header;
        }
        offer.header = m_header;
        offer.headerText = m_headerText;
    }
    offer.lines = offeredLines(std::move(portion.lines));
    const std::string place
        = portion.file + ", line " + std::to_string(offer.lines.back().position);
    for (;;) {
        const auto stored = m_intake.offerAndWait(offer);
        if (stored)
            break;
        if (stored.error().code != "OVERLOADED" && stored.error().code != "INTAKE_CLOSED") {
            fail(stored.error());
            return false;
        }
        if (!waitFor(kOfferAgainMs))
            return false;
    }
    const std::lock_guard lock(m_mutex);
    m_status.place = place;
    m_status.progress = portion.progress;
    return true;
}

} // namespace gavel::runtime
