// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/subscription.h"

namespace gavel::pipeline {

/// One message as its subscribers get it: a JSON object or a row of CSV, without line end. Fields
/// that it does not have are left out of JSON and empty in CSV.
std::string messageText(std::uint64_t position, const Message& message, const MessageForm& form);
/// The first row of a CSV file without its end; "" for JSON.
std::string headerText(const MessageForm& form);
/// Appends a message to the texts of a batch.
void appendText(std::string& texts, std::string_view text, BatchFormat format);
/// A whole batch.
std::string batchText(const std::string& header, const std::string& texts, BatchFormat format);
std::string_view contentType(BatchFormat format);

} // namespace gavel::pipeline
